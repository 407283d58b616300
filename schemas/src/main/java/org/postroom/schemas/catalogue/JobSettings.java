package org.postroom.schemas.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The settings of a deployment job, from its command line. */
public final class JobSettings {

    private JobSettings() {}

    /**
     * Reads the arguments in their order; a later value replaces an earlier one.
     *
     * @param arguments each either {@code key=value} or the path of a properties file, which is the place for secrets
     * @throws IllegalArgumentException where an argument is neither
     */
    public static Map<String, String> from(String... arguments) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (equals > 0) {
                settings.put(
                        argument.substring(0, equals).strip(),
                        argument.substring(equals + 1).strip());
            } else {
                settings.putAll(file(Path.of(argument)));
            }
        }
        return settings;
    }

    private static Map<String, String> file(Path path) {
        if (!Files.isReadable(path)) {
            throw new IllegalArgumentException("Expected key=value or a readable properties file, but got: " + path);
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
        Map<String, String> settings = new LinkedHashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> settings.put(key, properties.getProperty(key).strip()));
        return settings;
    }
}
