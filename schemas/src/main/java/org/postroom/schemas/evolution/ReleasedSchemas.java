package org.postroom.schemas.evolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/**
 * The schemas of past releases, in a folder: {@code <topic>/<record's full name>/<version>.avsc}, with versions counted
 * from 1. A file that was released is never edited and never removed.
 */
final class ReleasedSchemas {

    /**
     * One released schema.
     *
     * @param topic the topic that carries the record
     * @param recordName the record's full name
     * @param version the version, counted from 1
     * @param schema the schema
     */
    record Released(String topic, String recordName, int version, Schema schema) {}

    private static final String SUFFIX = ".avsc";

    private final Path folder;

    ReleasedSchemas(Path folder) {
        this.folder = folder;
    }

    /** All released schemas, by topic, record and version; empty where nothing was released yet. */
    List<Released> all() throws IOException {
        return below(folder);
    }

    /** The released versions of one record, oldest first. */
    List<Released> of(String topic, String recordName) throws IOException {
        return below(folder.resolve(topic).resolve(recordName));
    }

    private List<Released> below(Path start) throws IOException {
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        List<Released> released = new ArrayList<>();
        try (Stream<Path> files = Files.walk(start)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
                released.add(read(file));
            }
        }
        released.sort(Comparator.comparing(Released::topic)
                .thenComparing(Released::recordName)
                .thenComparingInt(Released::version));
        return released;
    }

    /** Adds the next version of a record. */
    Released add(String topic, Schema schema) throws IOException {
        String recordName = schema.getFullName();
        List<Released> earlier = of(topic, recordName);
        int version = earlier.isEmpty() ? 1 : earlier.getLast().version() + 1;
        Path file = folder.resolve(topic).resolve(recordName).resolve(version + SUFFIX);
        Files.createDirectories(file.getParent());
        Files.writeString(file, SchemaFormatter.format("json/pretty", schema) + "\n");
        return new Released(topic, recordName, version, schema);
    }

    private Released read(Path file) throws IOException {
        Path path = folder.relativize(file);
        String name = file.getFileName().toString();
        if (path.getNameCount() != 3 || !name.matches("[1-9][0-9]*\\.avsc")) {
            throw new IllegalStateException(
                    "Expected released schemas in <topic>/<record's full name>/<version>.avsc, but found " + path);
        }
        return new Released(
                path.getName(0).toString(),
                path.getName(1).toString(),
                Integer.parseInt(name.substring(0, name.length() - SUFFIX.length())),
                new Schema.Parser().parse(Files.readString(file)));
    }
}
