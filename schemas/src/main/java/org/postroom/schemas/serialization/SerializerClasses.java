package org.postroom.schemas.serialization;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The classes that write and read Avro in this build: Postroom's own, or Confluent's where it was built with the Maven
 * profile {@code confluent}.
 *
 * @param serializer the name of the serializer's class
 * @param deserializer the name of the deserializer's class
 */
public record SerializerClasses(String serializer, String deserializer) {

    private static final String RESOURCE = "META-INF/postroom/serializers.properties";

    /** Reads the names that the build wrote down. */
    public static SerializerClasses ofThisBuild() {
        Properties names = new Properties();
        try (InputStream resource = SerializerClasses.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("Expected the resource " + RESOURCE + " in the schemas jar.");
            }
            names.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
        return new SerializerClasses(name(names, "serializer"), name(names, "deserializer"));
    }

    private static String name(Properties names, String key) {
        String name = names.getProperty(key, "").strip();
        if (name.isEmpty() || name.startsWith("$")) {
            throw new IllegalStateException("Expected " + RESOURCE + " to name a " + key + ", but it has: " + name);
        }
        return name;
    }
}
