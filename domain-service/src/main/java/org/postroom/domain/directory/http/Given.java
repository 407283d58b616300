package org.postroom.domain.directory.http;

import org.jspecify.annotations.Nullable;

/**
 * A field of a request after reading: a value, nothing, or refused. What is refused is known to the {@link Fields} it was
 * read by.
 *
 * @param <T> the kind of value
 */
public final class Given<T> {

    private final @Nullable T value;
    private final boolean refused;

    private Given(@Nullable T value, boolean refused) {
        this.value = value;
        this.refused = refused;
    }

    static <T> Given<T> of(@Nullable T value) {
        return new Given<>(value, false);
    }

    static <T> Given<T> refused() {
        return new Given<>(null, true);
    }

    /** The value; only to be called where the request must have one, and inside of {@link Fields}. */
    public T get() {
        T present = orNull();
        if (present == null) {
            throw new IllegalStateException("expected a field that was read as required, but it may be absent");
        }
        return present;
    }

    /** The value, or null where the request has none; only to be called inside of {@link Fields}. */
    public @Nullable T orNull() {
        if (refused) {
            throw new RefusedException();
        }
        return value;
    }

    /** Ends a rule that needs a value which was refused before. */
    static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
