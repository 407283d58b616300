package org.postroom.schemas.evolution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.postroom.schemas.evolution.ReleasedSchemas.Released;

/** Part of making a release: keeps every schema that is new or changed since the last release as its next version. */
public final class FreezeSchemas {

    private FreezeSchemas() {}

    /**
     * Freezes today's schemas.
     *
     * @return what was added; empty where nothing changed
     * @throws IllegalStateException where a schema is not compatible with every earlier version; nothing was added then
     */
    static List<Released> freeze(ReleasedSchemas released, Map<String, Map<String, Schema>> current)
            throws IOException {
        List<String> problems = CompatibilityCheck.problems(current, released.all());
        if (!problems.isEmpty()) {
            throw new IllegalStateException("Expected compatible schemas, but:\n  " + String.join("\n  ", problems));
        }
        List<Released> added = new ArrayList<>();
        for (Map.Entry<String, Map<String, Schema>> topic : current.entrySet()) {
            for (Schema schema : topic.getValue().values()) {
                List<Released> earlier = released.of(topic.getKey(), schema.getFullName());
                if (earlier.isEmpty() || !isSame(earlier.getLast().schema(), schema)) {
                    added.add(released.add(topic.getKey(), schema));
                }
            }
        }
        return added;
    }

    /** The texts are compared, since Avro's own equality does not see documentation. */
    private static boolean isSame(Schema one, Schema other) {
        return one.toString().equals(other.toString());
    }

    /** Freezes today's schemas into the folder that the only argument names, and prints what it added. */
    @SuppressWarnings("SystemOut") // The program's output is for the person who makes the release.
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException(
                    "Expected the folder of released schemas, but got " + arguments.length + " arguments.");
        }
        Path folder = Path.of(arguments[0]);
        List<Released> added = freeze(new ReleasedSchemas(folder), CurrentSchemas.byTopicAndName());
        added.forEach(schema -> System.out.printf(
                "added version %d of %s (%s)%n", schema.version(), schema.recordName(), schema.topic()));
        System.out.printf("%d schemas added%n", added.size());
    }
}
