package org.postroom.local.dependencies;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.postroom.local.http.Json;
import tools.jackson.core.JacksonException;

/** A database of advisories that somebody has downloaded: OSV's {@code all.zip} of Maven, or a folder of its records. */
public final class Advisories {

    private Advisories() {}

    /**
     * What was found.
     *
     * @param read how many records the database has
     * @param findings what is known against which library
     */
    public record Result(int read, List<Finding> findings) {}

    /**
     * Something that is known against a library.
     *
     * @param component the library
     * @param advisory what is known
     */
    public record Finding(Component component, Advisory advisory) {}

    /**
     * Holds each library against each record, one at a time, since the whole is larger than our memory.
     *
     * @throws IOException where the database cannot be read or has no record, since then nothing was checked
     */
    public static Result check(Path database, List<Component> components) throws IOException {
        var findings = new ArrayList<Finding>();
        int read = Files.isDirectory(database)
                ? checkFolder(database, components, findings)
                : checkArchive(database, components, findings);
        if (read == 0) {
            throw new IOException(
                    "Expected records of the Open Source Vulnerability schema in " + database + ", but there is none");
        }
        return new Result(read, findings);
    }

    private static int checkFolder(Path folder, List<Component> components, List<Finding> findings) throws IOException {
        int read = 0;
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".json"))
                    .sorted()
                    .toList()) {
                try (var content = Files.newInputStream(file)) {
                    check(file.toString(), content, components, findings);
                    read++;
                }
            }
        }
        return read;
    }

    private static int checkArchive(Path archive, List<Component> components, List<Finding> findings)
            throws IOException {
        int read = 0;
        try (var content = new ZipInputStream(Files.newInputStream(archive))) {
            for (var entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
                if (entry.getName().endsWith(".json")) {
                    check(entry.getName(), content, components, findings);
                    read++;
                }
            }
        }
        return read;
    }

    private static void check(String name, InputStream content, List<Component> components, List<Finding> findings)
            throws IOException {
        try {
            var advisory = Advisory.of(Json.MAPPER.readTree(content.readAllBytes()));
            components.stream()
                    .filter(advisory::isAbout)
                    .forEach(component -> findings.add(new Finding(component, advisory)));
        } catch (JacksonException broken) {
            throw new IOException("Expected a record in " + name + ", but it is broken", broken);
        }
    }
}
