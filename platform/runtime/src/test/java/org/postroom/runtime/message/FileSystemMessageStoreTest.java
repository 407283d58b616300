package org.postroom.runtime.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.runtime.id.TimeOrderedIds;

class FileSystemMessageStoreTest implements MessageStoreContract {

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path root;

    @Override
    public MessageStore store() throws IOException {
        return new FileSystemMessageStore(root, new TimeOrderedIds(clock), clock);
    }

    @Override
    public long count() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).count();
        }
    }
}
