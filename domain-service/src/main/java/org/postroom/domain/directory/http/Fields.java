package org.postroom.domain.directory.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.problem.InvalidFieldsException;
import org.postroom.runtime.problem.InvalidFieldsException.Refusal;

/**
 * Reads the fields of one request into typed values and remembers all that were refused, so that the client learns of
 * them together. Each kind reads its fields first and puts them together with {@link #whole} in the end.
 */
public final class Fields {

    /** The most elements of a list, unless the kind says otherwise. */
    public static final int MOST_ELEMENTS = 1000;

    private final String prefix;
    private final List<Refusal> refusals;

    /** Reads the fields of a request. */
    public Fields() {
        this("", new ArrayList<>());
    }

    private Fields(String prefix, List<Refusal> refusals) {
        this.prefix = prefix;
        this.refusals = refusals;
    }

    /** Reads a field that must be there. */
    public <V, T> Given<T> required(String field, @Nullable V given, Function<V, T> read) {
        if (given == null) {
            return refuse(field, "expected a value, but there is none");
        }
        return rule(field, () -> read.apply(given));
    }

    /** Reads a field that may be absent or, as forms send it, an empty text. */
    public <V, T> Given<T> optional(String field, @Nullable V given, Function<V, T> read) {
        return given == null || (given instanceof String text && text.isBlank())
                ? Given.of(null)
                : rule(field, () -> read.apply(given));
    }

    /** Reads a field that may be absent; then the value is the default. */
    public <V, T> Given<T> orDefault(String field, @Nullable V given, T byDefault, Function<V, T> read) {
        return given == null ? Given.of(byDefault) : rule(field, () -> read.apply(given));
    }

    /** Reads each element of a list that may be absent and has at most {@link #MOST_ELEMENTS}. */
    public <V, T> Given<List<T>> each(String field, @Nullable List<V> given, Function<V, T> read) {
        return each(field, given, MOST_ELEMENTS, read);
    }

    /** As {@link #each(String, List, Function)}, with a limit of its own. */
    public <V, T> Given<List<T>> each(String field, @Nullable List<V> given, int most, Function<V, T> read) {
        return eachWithin(field, given, most, (at, element) -> at.required("", element, read));
    }

    /**
     * Reads each element of a list that may be absent and has at most {@link #MOST_ELEMENTS}, by fields of its own; their
     * paths begin with the element's.
     */
    public <V, T> Given<List<T>> eachWithin(
            String field, @Nullable List<V> given, BiFunction<Fields, V, Given<T>> read) {
        return eachWithin(field, given, MOST_ELEMENTS, read);
    }

    /** As {@link #eachWithin(String, List, BiFunction)}, with a limit of its own; of a longer list nothing is read. */
    public <V, T> Given<List<T>> eachWithin(
            String field, @Nullable List<V> given, int most, BiFunction<Fields, V, Given<T>> read) {
        if (given != null && given.size() > most) {
            return refuse(field, "expected at most %d elements, but got %d".formatted(most, given.size()));
        }
        List<Given<T>> elements = new ArrayList<>();
        if (given != null) {
            for (int index = 0; index < given.size(); index++) {
                var at = new Fields(path(field) + "[" + index + "]", refusals);
                V element = given.get(index);
                elements.add(
                        element == null
                                ? at.refuse("", "expected a value, but there is none")
                                : read.apply(at, element));
            }
        }
        return put(() -> elements.stream().map(Given::get).toList());
    }

    /** Reads the version that a change builds upon, which the client must send back as it was read. */
    public Given<Long> version(EntryJson json) {
        return required("version", json.version(), Function.identity());
    }

    /** Applies a rule that concerns one field; it may use what was read before. */
    public <T> Given<T> rule(String field, Supplier<T> rule) {
        try {
            return Given.of(rule.get());
        } catch (Given.RefusedException knownAlready) {
            return Given.refused();
        } catch (IllegalArgumentException refused) {
            return refuse(field, String.valueOf(refused.getMessage()));
        }
    }

    /** Puts values together that were read before, where no rule of their own concerns them. */
    public <T> Given<T> put(Supplier<T> values) {
        try {
            return Given.of(values.get());
        } catch (Given.RefusedException knownAlready) {
            return Given.refused();
        }
    }

    /**
     * Puts everything together.
     *
     * @throws InvalidFieldsException where any field was refused; it names all of them
     */
    public <T> T whole(Supplier<T> values) {
        if (!refusals.isEmpty()) {
            throw new InvalidFieldsException(refusals);
        }
        return values.get();
    }

    private <T> Given<T> refuse(String field, String rule) {
        refusals.add(new Refusal(path(field), rule));
        return Given.refused();
    }

    private String path(String field) {
        if (prefix.isEmpty() || field.isEmpty()) {
            return prefix + field;
        }
        return prefix + "." + field;
    }
}
