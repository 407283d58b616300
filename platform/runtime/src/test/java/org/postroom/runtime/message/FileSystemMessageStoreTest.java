package org.postroom.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
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

    @Test
    @SuppressWarnings("resource") // a writer that was killed closes nothing
    void clearsOnlyWhatAKilledWriterLeftBehind() throws IOException {
        var store = new FileSystemMessageStore(root, new TimeOrderedIds(clock), clock);
        store.begin("acme").write(7);
        String stored = store.store("acme", new byte[] {1, 2, 3}).key();
        List<Path> earlier = files();
        Draft present = store.begin("acme");
        present.write(7);
        for (Path file : files()) {
            Instant modified = clock.instant().minus(Duration.ofHours(earlier.contains(file) ? 25 : 1));
            Files.setLastModifiedTime(file, FileTime.from(modified));
        }

        assertThat(store.clearDrafts(Duration.ofDays(1))).isEqualTo(1);

        assertThat(store.open("acme", stored).readAllBytes()).containsExactly(1, 2, 3);
        assertThat(store.open("acme", present.commit().key()).readAllBytes()).containsExactly(7);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void letsNobodyButTheOwnerReadWhateverTheUmaskIs() throws IOException {
        try (var _ = Umask.none()) {
            var store = new FileSystemMessageStore(root.resolve("new"), new TimeOrderedIds(clock), clock);
            store.store("acme", new byte[] {1});
            try (Draft draft = store.begin("acme")) {
                draft.write(7);

                assertThat(openToOthers(root.resolve("new"))).isEmpty();
            }
        }
    }

    @Test
    void takesWhatAnEarlierVersionLeftOpenFromOthers() throws IOException {
        var store = new FileSystemMessageStore(root, new TimeOrderedIds(clock), clock);
        String key = store.store("acme", new byte[] {1}).key();
        Files.setPosixFilePermissions(root.resolve(key), PosixFilePermissions.fromString("rw-r--r--"));
        Files.setPosixFilePermissions(root.resolve("acme"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));

        assertThat(store.tighten()).isEqualTo(new OwnerOnly.Tightened(3, 0));

        assertThat(openToOthers(root)).isEmpty();
        assertThat(store.tighten()).isEqualTo(new OwnerOnly.Tightened(0, 0));
        assertThat(store.open("acme", key).readAllBytes()).containsExactly(1);
    }

    static List<Path> openToOthers(Path root) throws IOException {
        List<Path> open = new ArrayList<>();
        try (var files = Files.walk(root)) {
            for (Path file : files.toList()) {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                if (!permissions.endsWith("------")) {
                    open.add(file);
                }
            }
        }
        return open;
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    @Override
    public long count() throws IOException {
        return files().size();
    }
}
