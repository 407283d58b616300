package org.postroom.domain.directory.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.problem.InvalidFieldException;

/** Reads the fields of a request into typed values; a value that is refused becomes an error that names the field. */
public final class Field {

    private Field() {}

    /** Reads a field that must be there. */
    public static <V, T> T required(String field, @Nullable V given, Function<V, T> read) {
        if (given == null) {
            throw new InvalidFieldException(field, "expected a value, but there is none");
        }
        return checked(field, () -> read.apply(given));
    }

    /** Reads a field that may be absent or, as forms send it, an empty text; then the result is null. */
    public static <V, T> @Nullable T optional(String field, @Nullable V given, Function<V, T> read) {
        return given == null || (given instanceof String text && text.isBlank())
                ? null
                : checked(field, () -> read.apply(given));
    }

    /** Reads a field that may be absent; then the result is the default. */
    public static <V, T> T orDefault(String field, @Nullable V given, T byDefault, Function<V, T> read) {
        return given == null ? byDefault : checked(field, () -> read.apply(given));
    }

    /** Reads each element of a list that may be absent; the path of an element is handed on with it. */
    public static <V, T> List<T> each(String field, @Nullable List<V> given, BiFunction<String, V, T> read) {
        List<T> values = new ArrayList<>();
        if (given != null) {
            for (int index = 0; index < given.size(); index++) {
                String path = field + "[" + index + "]";
                values.add(required(path, given.get(index), element -> read.apply(path, element)));
            }
        }
        return values;
    }

    /** Reads the version that a change builds upon, which the client must send back as it was read. */
    public static long version(@Nullable Long given) {
        return required("version", given, Function.identity());
    }

    /** Runs a rule that concerns one field. */
    public static <T> T checked(String field, Supplier<T> rule) {
        try {
            return rule.get();
        } catch (IllegalArgumentException refused) {
            throw new InvalidFieldException(field, String.valueOf(refused.getMessage()));
        }
    }
}
