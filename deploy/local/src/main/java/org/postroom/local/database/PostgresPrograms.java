package org.postroom.local.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.postroom.local.programs.ProgramStore;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked. They refuse the superuser of a system, who is given a namespace in which they are nobody. */
final class PostgresPrograms {

    private static final String UNSHARE = "/usr/bin/unshare";
    private static final int OWNER_MAY_EXECUTE = 0100;

    private final Path folder;

    private PostgresPrograms(Path folder) {
        this.folder = folder;
    }

    /** Unpacks the programs for this machine unless they are there and whole. */
    static PostgresPrograms in(ProgramStore store) throws IOException {
        var archive = PostgresArchive.ofThisMachine();
        return new PostgresPrograms(store.entry(archive.name(), target -> unpack(archive, target)));
    }

    /** Returns the command that runs one of the programs. */
    List<String> command(String program, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isSuperuser()) {
            if (!Files.isExecutable(Path.of(UNSHARE))) {
                throw new IOException(
                        "PostgreSQL does not run as root, and " + UNSHARE
                                + " is missing, which would make it nobody. Install util-linux, or start Postroom as another user.");
            }
            command.add(UNSHARE);
            command.add("--user");
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isSuperuser() throws IOException {
        var self = Path.of("/proc/self");
        return Files.exists(self)
                ? Integer.valueOf(0).equals(Files.getAttribute(self, "unix:uid"))
                : "root".equals(System.getProperty("user.name"));
    }

    private static void unpack(PostgresArchive archive, Path target) throws IOException {
        Files.createDirectories(target);
        try (var tar = new TarArchiveInputStream(new XZInputStream(archive.open()))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream content, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("Expected names within the archive, but got " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
