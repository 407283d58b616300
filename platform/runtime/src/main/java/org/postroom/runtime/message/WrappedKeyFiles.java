package org.postroom.runtime.message;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps each thing as a file. It is written under a temporary name, flushed, and then linked to its own name, which the
 * operating system does for one of many only, and never with half a file. It is erased in place, so that the bytes themselves
 * are overwritten where the file system allows it.
 */
final class WrappedKeyFiles implements WrappedKeys {

    /** No organisation's identifier begins with a dot. */
    private static final String KEYS = ".keys";

    private static final String UNFINISHED = ".new-";
    private static final Duration NOBODY_WRITES_SO_LONG = Duration.ofDays(1);

    private final Path directory;

    /** A file is written once and erased once; its length tells these apart even within one tick of the clock. */
    private record Edition(long size, FileTime written) {}

    private WrappedKeyFiles(Path directory) {
        this.directory = directory;
    }

    /** Keeps them beside the messages of a store of files; removes what killed writers have left there. */
    static WrappedKeyFiles beside(Path messages, Clock clock) throws IOException {
        Path directory = messages.resolve(KEYS);
        OwnerOnly.createDirectories(directory);
        OwnerOnly.flush(messages);
        Instant before = clock.instant().minus(NOBODY_WRITES_SO_LONG);
        try (DirectoryStream<Path> unfinished = Files.newDirectoryStream(directory, UNFINISHED + "*")) {
            for (Path file : unfinished) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException goneMeanwhile) {
            return new WrappedKeyFiles(directory);
        }
        return new WrappedKeyFiles(directory);
    }

    @Override
    public Optional<byte[]> find(String name) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(directory.resolve(name)));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Object> edition(String name) throws IOException {
        try {
            var attributes = Files.readAttributes(directory.resolve(name), BasicFileAttributes.class);
            return Optional.of(new Edition(attributes.size(), attributes.lastModifiedTime()));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public byte[] addIfAbsent(String name, byte[] content) throws IOException {
        Path file = directory.resolve(name);
        if (!Files.exists(file)) {
            add(file, content);
        }
        // Also where another one has added it: perhaps it has not come to that yet.
        OwnerOnly.flush(directory);
        return Files.readAllBytes(file);
    }

    private void add(Path file, byte[] content) throws IOException {
        Path unfinished = directory.resolve(UNFINISHED + UUID.randomUUID());
        try (FileChannel channel = OwnerOnly.create(unfinished)) {
            write(channel, content);
            Files.createLink(file, unfinished);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            return;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    @Override
    public void erase(String name) throws IOException {
        try (FileChannel channel = FileChannel.open(directory.resolve(name), StandardOpenOption.WRITE)) {
            write(channel, new byte[Math.toIntExact(channel.size()) + 1]);
        }
    }

    private static void write(FileChannel channel, byte[] content) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(true);
    }
}
