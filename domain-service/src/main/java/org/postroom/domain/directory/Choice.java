package org.postroom.domain.directory;

import java.util.Arrays;

/** Reads values of which there are a few. */
public final class Choice {

    private Choice() {}

    /**
     * Finds the value of a name.
     *
     * @throws IllegalArgumentException where there is none of that name; the message has all of them
     */
    public static <E extends Enum<E>> E named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected one of " + Arrays.toString(values) + ", but got \"" + name + "\""));
    }
}
