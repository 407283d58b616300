package org.postroom.runtime.message;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files and directories that only the user who runs the services may read. They are made so, whatever the process's umask is:
 * there is no moment at which others could open them.
 */
final class OwnerOnly {

    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /** What {@link #tighten} found: how many files and directories others could read, and how many of them still can. */
    record Tightened(int open, int stillOpen) {}

    /** Makes a directory, with those above it that are missing. One that exists stays as it is. */
    static void createDirectories(Path directory) throws IOException {
        FileAttribute<Set<PosixFilePermission>> ownerOnly = PosixFilePermissions.asFileAttribute(DIRECTORY);
        Files.createDirectories(directory, ownerOnly);
    }

    /** Makes a file that must not exist yet, and opens it for writing. */
    static FileChannel create(Path file) throws IOException {
        FileAttribute<Set<PosixFilePermission>> ownerOnly = PosixFilePermissions.asFileAttribute(FILE);
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly);
    }

    /** Makes the names in a directory durable: new ones, changed ones, and the absence of those that were removed. */
    static void flush(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * Takes a directory, first, and then everything in it from everybody but its owner. What belongs to another user stays as
     * it is, and is counted.
     */
    static Tightened tighten(Path root) throws IOException {
        var visitor = new Tightening();
        Files.walkFileTree(root, visitor);
        return new Tightened(visitor.open, visitor.stillOpen);
    }

    private static final class Tightening extends SimpleFileVisitor<Path> {

        private int open;
        private int stillOpen;

        @Override
        public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            tighten(directory, DIRECTORY);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                tighten(file, FILE);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failed) {
            if (!(failed instanceof NoSuchFileException)) {
                stillOpen++;
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException changedMeanwhile) {
            return FileVisitResult.CONTINUE;
        }

        private void tighten(Path path, Set<PosixFilePermission> wanted) {
            try {
                if (!wanted.containsAll(Files.getPosixFilePermissions(path))) {
                    open++;
                    Files.setPosixFilePermissions(path, wanted);
                }
            } catch (NoSuchFileException goneMeanwhile) {
                return;
            } catch (IOException notOurs) {
                stillOpen++;
            }
        }
    }
}
