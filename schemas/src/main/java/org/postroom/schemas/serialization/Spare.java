package org.postroom.schemas.serialization;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one used object for the next user. Unlike a thread-local it costs nothing per virtual thread; when two threads
 * meet, the second gets a new object, which becomes garbage.
 */
final class Spare<T> {

    private final AtomicReference<@Nullable T> kept = new AtomicReference<>();
    private final Supplier<T> source;

    Spare(Supplier<T> source) {
        this.source = source;
    }

    T take() {
        T spare = kept.getAndSet(null);
        return spare == null ? source.get() : spare;
    }

    void giveBack(T used) {
        kept.set(used);
    }
}
