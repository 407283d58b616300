package org.postroom.local.host;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The arguments of a small server: pairs of {@code --name value}.
 *
 * @param values the values by name, without the dashes
 */
public record Arguments(Map<String, String> values) {

    /** Copies the values. */
    public Arguments {
        values = Map.copyOf(values);
    }

    /**
     * Reads pairs of {@code --name value}.
     *
     * @throws IllegalArgumentException when a name has no dashes or no value
     */
    public static Arguments parse(String... arguments) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("Expected pairs of --name value, but got " + arguments[i]);
            }
            values.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return new Arguments(values);
    }

    /**
     * Returns the value of a name.
     *
     * @throws IllegalArgumentException when it was not given
     */
    public String text(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Expected the argument --" + name + ", but it is missing");
        }
        return value;
    }

    /** Returns the value of a name, or another when it was not given. */
    public String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** Returns a port number. */
    public int port(String name) {
        return Integer.parseInt(text(name));
    }

    /** Returns a folder. */
    public Path folder(String name) {
        return Path.of(text(name)).toAbsolutePath();
    }
}
