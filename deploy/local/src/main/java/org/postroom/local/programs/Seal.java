package org.postroom.local.programs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32C;

/** The checksum of an entry of the store, kept in a file beside it: over the names, kinds and contents of all its files. */
final class Seal {

    private static final String SUFFIX = ".seal";
    private static final int PART = 1 << 18;

    private final Path entry;
    private final Path file;

    private Seal(Path entry) {
        this.entry = entry;
        this.file = entry.resolveSibling(entry.getFileName() + SUFFIX);
    }

    static Seal of(Path entry) {
        return new Seal(entry);
    }

    /** Tells whether the entry is there and as it was when it was sealed. */
    boolean holds() throws IOException {
        if (Files.notExists(file)) {
            return false;
        }
        try {
            return Files.readString(file).equals(checksum(entry));
        } catch (NoSuchFileException removedMeanwhile) {
            return false;
        }
    }

    /** Seals what is going to be the entry. */
    void put(Path content) throws IOException {
        var written = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(written, checksum(content));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String checksum(Path content) throws IOException {
        var checksum = new CRC32C();
        var part = ByteBuffer.allocateDirect(PART);
        long size = 0;
        try (var files = Files.walk(content)) {
            for (var each : files.sorted().toList()) {
                checksum.update(content.relativize(each).toString().getBytes(UTF_8));
                if (Files.isSymbolicLink(each)) {
                    checksum.update(Files.readSymbolicLink(each).toString().getBytes(UTF_8));
                } else if (Files.isRegularFile(each)) {
                    checksum.update(Files.isExecutable(each) ? 1 : 0);
                    size += add(each, part, checksum);
                }
            }
        }
        return String.format("%08x %d", checksum.getValue(), size);
    }

    private static long add(Path file, ByteBuffer part, CRC32C checksum) throws IOException {
        try (var channel = FileChannel.open(file)) {
            while (channel.read(part.clear()) > 0) {
                checksum.update(part.flip());
            }
            return channel.size();
        }
    }
}
