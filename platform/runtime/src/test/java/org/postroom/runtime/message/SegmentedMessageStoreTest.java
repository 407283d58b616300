package org.postroom.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.runtime.id.TimeOrderedIds;
import org.postroom.runtime.secret.SecretBox;

class SegmentedMessageStoreTest implements MessageStoreContract {

    private static final SecretBox MASTER_KEY = SecretBox.of(Base64.getEncoder().encodeToString(new byte[32]));
    private static final int LARGE = SegmentedOctets.MOST_IN_SEGMENTS + 1;

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path root;

    @Override
    public MessageStore store() throws IOException {
        return EncryptedMessageStore.in(root, MASTER_KEY, new TimeOrderedIds(clock), clock);
    }

    private MessageStore store(long mostOctetsOfASegment) throws IOException {
        var files = new FileSystemOctets(root, new TimeOrderedIds(clock), clock);
        return EncryptedMessageStore.around(new SegmentedOctets(files, mostOctetsOfASegment), root, MASTER_KEY, clock);
    }

    @Override
    public long count() throws IOException {
        return files().size();
    }

    @Test
    void keepsWhatIsSmallTogetherAndWhatIsLargeByItself() throws IOException {
        MessageStore store = store();

        List<StoredMessage> stored = new ArrayList<>();
        for (int size : new int[] {0, 1, 5_000, 100_000, LARGE, 7, 1_000_000}) {
            stored.add(store.store("acme", content(size)));
        }

        assertThat(files()).hasSize(3);
        for (MessageStore each : List.of(store, store())) {
            for (StoredMessage message : stored) {
                assertThat(read(each, message.key())).isEqualTo(content(Math.toIntExact(message.size())));
            }
        }
    }

    @Test
    void makesWhatArrivesTogetherDurableInOneFileWhoeverIsInterrupted() throws Exception {
        MessageStore store = store();
        int writers = 16;
        var together = new CyclicBarrier(writers);
        List<Future<StoredMessage>> stored = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < writers; number++) {
                int size = 1_000 + number;
                stored.add(threads.submit(() -> {
                    together.await();
                    StoredMessage last = store.store("acme", content(size));
                    for (int round = 0; round < 20; round++) {
                        Thread.currentThread().interrupt();
                        last = store.store("acme", content(size));
                    }
                    return last;
                }));
            }
        }

        assertThat(files()).hasSize(1);
        for (Future<StoredMessage> each : stored) {
            StoredMessage message = each.get();
            assertThat(read(store, message.key())).isEqualTo(content(Math.toIntExact(message.size())));
        }
    }

    @Test
    void beginsAnotherSegmentWhereOneIsLongEnough() throws IOException {
        MessageStore store = store(10_000);

        List<String> keys = new ArrayList<>();
        for (int number = 0; number < 9; number++) {
            keys.add(store.store("acme", content(4_000)).key());
        }

        assertThat(files()).hasSize(3);
        for (String key : keys) {
            assertThat(read(store, key)).isEqualTo(content(4_000));
        }
    }

    @Test
    void opensAMessageByItsOwnKeyOnly() throws IOException {
        MessageStore store = store();
        String first = store.store("acme", content(100)).key();
        String second = store.store("acme", content(200)).key();
        String nameOfFirst = first.substring(0, first.indexOf('@'));
        String placeOfSecond = second.substring(second.indexOf('@'));

        assertThatThrownBy(() -> read(store, nameOfFirst + placeOfSecond)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(store, first.replace(".sealed", "9.sealed")))
                .isInstanceOf(NoSuchMessageException.class);
        assertThatThrownBy(() -> read(store, nameOfFirst + "@../../.keys/acme.0.10.sealed"))
                .isInstanceOf(NoSuchMessageException.class);
        assertThatThrownBy(() -> store.open("globex", first)).isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    void takesNothingWhileItsDirectoryCannotBeMadeAndGoesOnAfterwards() throws IOException {
        MessageStore store = store();
        String before = store.store("acme", content(10)).key();
        Path directory = root.resolve("acme/2026-11-22");
        Files.move(directory, root.resolve("elsewhere"));
        MessageStore fresh = store();
        Draft homeless = fresh.begin("acme");
        homeless.write(content(10));
        Files.createFile(directory);

        assertThatThrownBy(homeless::commit).isInstanceOf(IOException.class);

        homeless.close();
        Files.delete(directory);
        Files.move(root.resolve("elsewhere"), directory);
        assertThat(read(fresh, fresh.store("acme", content(11)).key())).isEqualTo(content(11));
        assertThat(read(fresh, before)).isEqualTo(content(10));
    }

    @Test
    void keepsNothingOfARemovedOrganisationThoughAnotherProcessHasItsSegmentOpen() throws IOException {
        MessageStore other = store();
        String key = other.store("acme", content(10)).key();
        Draft begun = other.begin("acme");
        begun.write(7);

        store().removeAll("acme");

        assertThatThrownBy(begun::commit).isInstanceOf(IOException.class);
        begun.close();
        assertThatThrownBy(() -> other.open("acme", key)).isInstanceOf(NoSuchMessageException.class);
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(root.resolve(".keys")))
                    .toList();
        }
    }

    private static byte[] content(int size) {
        byte[] content = new byte[size];
        new Random(size).nextBytes(content);
        return content;
    }

    private static byte[] read(MessageStore store, String key) throws IOException {
        try (InputStream in = store.open("acme", key)) {
            return in.readAllBytes();
        }
    }
}
