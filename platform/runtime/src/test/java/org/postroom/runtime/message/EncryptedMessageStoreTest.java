package org.postroom.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.runtime.id.TimeOrderedIds;
import org.postroom.runtime.secret.SecretBox;

class EncryptedMessageStoreTest implements MessageStoreContract {

    private static final String WORDS = "Subject: The secret of the house\r\n\r\n";
    private static final int SEGMENT = 16 * 1024;

    private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path root;

    @Override
    public MessageStore store() throws IOException {
        return store(key(1));
    }

    private EncryptedMessageStore store(String masterKeys) throws IOException {
        var files = new FileSystemOctets(root, new TimeOrderedIds(clock), clock);
        return EncryptedMessageStore.around(files, root, SecretBox.of(masterKeys), clock);
    }

    @Override
    public long count() throws IOException {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(root.resolve(".keys")))
                    .count();
        }
    }

    @Test
    void leavesNoWordOfAMessageOnTheDiskAndNothingThatOthersCanRead() throws IOException {
        try (var _ = Umask.none();
                Draft draft = store().begin("acme")) {
            byte[] words = WORDS.repeat(5_000).getBytes(StandardCharsets.UTF_8);
            draft.write(words, 0, words.length);
            assertThat(Stored.in(root)).noneMatch(content -> content.contains("secret"));

            StoredMessage stored = draft.commit();

            assertThat(stored.size()).isEqualTo(words.length);
            assertThat(Stored.in(root)).noneMatch(content -> content.contains("secret"));
            assertThat(FileSystemMessageStoreTest.openToOthers(root.resolve("acme")))
                    .isEmpty();
            assertThat(FileSystemMessageStoreTest.openToOthers(root.resolve(".keys")))
                    .isEmpty();
        }
    }

    @Test
    void sharesAnOrganisationsKeyWithAllThatUseTheStore() throws IOException {
        MessageStore reading = store();
        String key = store().store("acme", new byte[] {1, 2}).key();

        assertThat(read(reading, "acme", key)).containsExactly(1, 2);
    }

    @Test
    void readsAPieceWithoutTheRest() throws IOException {
        byte[] content = new byte[2_000_000];
        String key = store().store("acme", content).key();
        truncate(file(key), SEGMENT * 2);

        try (InputStream in = store().open("acme", key)) {
            assertThat(in.readNBytes(1_000)).hasSize(1_000);
        }
    }

    @Test
    void detectsThatTheEndWasCutOffAnywhere() throws IOException {
        byte[] content = new byte[3 * SEGMENT];
        for (long left : List.of(0L, 1L, 40L, (long) SEGMENT, 2L * SEGMENT, 3L * SEGMENT, 3L * SEGMENT + 30)) {
            String key = store().store("acme", content).key();
            assertThat(Files.size(file(key))).isGreaterThan(left);
            truncate(file(key), left);

            assertThatThrownBy(() -> read(store(), "acme", key))
                    .as("cut off after %d octets", left)
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void detectsEveryChange() throws IOException {
        String key =
                store().store("acme", WORDS.getBytes(StandardCharsets.UTF_8)).key();
        byte[] content = Files.readAllBytes(file(key));
        for (int position = 0; position < content.length; position++) {
            byte[] changed = content.clone();
            changed[position] ^= 1;
            Files.write(file(key), changed);

            assertThatThrownBy(() -> read(store(), "acme", key)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void opensAMessageUnderItsOwnReferenceOnly() throws IOException {
        String first = store().store("acme", new byte[] {1}).key();
        String second = store().store("acme", new byte[] {2}).key();
        String foreign = store().store("globex", new byte[] {3}).key();

        Files.copy(file(first), file(second), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(file(first), file(foreign), StandardCopyOption.REPLACE_EXISTING);

        assertThat(read(store(), "acme", first)).containsExactly(1);
        assertThatThrownBy(() -> read(store(), "acme", second)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read(store(), "globex", foreign)).isInstanceOf(IOException.class);
    }

    @Test
    void opensNoOrganisationsMessagesWithTheKeyOfAnother() throws IOException {
        String foreign = store().store("globex", new byte[] {3}).key();
        store().store("acme", new byte[] {1});

        Files.copy(root.resolve(".keys/acme"), root.resolve(".keys/globex"), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> read(store(), "globex", foreign))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("globex");
    }

    @Test
    void takesNoPlainTextForAMessageThatWasEncrypted() throws IOException {
        String key = store().store("acme", new byte[] {1}).key();

        Files.write(file(key), WORDS.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> read(store(), "acme", key)).isInstanceOf(IOException.class);
    }

    @Test
    void readsWhatWasStoredBeforeThereWasEncryptionWhateverItLooksLike() throws IOException {
        var before = new FileSystemMessageStore(root, new TimeOrderedIds(clock), clock);
        String plain =
                before.store("acme", WORDS.getBytes(StandardCharsets.UTF_8)).key();
        String sealed = store().store("acme", new byte[] {1}).key();
        byte[] lookingEncrypted = Files.readAllBytes(file(sealed));
        String disguised = before.store("acme", lookingEncrypted).key();

        assertThat(read(store(), "acme", plain)).asString().isEqualTo(WORDS);
        assertThat(read(store(), "acme", disguised)).isEqualTo(lookingEncrypted);
        assertThatThrownBy(() -> read(store(), "globex", plain)).isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    void cannotReadAnythingOfARemovedOrganisationThoughItsFilesAreBack() throws IOException {
        var before = new FileSystemMessageStore(root, new TimeOrderedIds(clock), clock);
        MessageStore reading = store();
        String key = store().store("acme", new byte[] {1}).key();
        String plain = before.store("acme", new byte[] {2}).key();
        assertThat(read(reading, "acme", key)).containsExactly(1);
        byte[] undeleted = Files.readAllBytes(file(key));

        store().removeAll("acme");
        Files.createDirectories(file(key).getParent());
        Files.write(file(key), undeleted);
        Files.write(file(plain), new byte[] {2});

        for (MessageStore each : List.of(reading, store())) {
            assertThatThrownBy(() -> each.open("acme", key)).isInstanceOf(NoSuchMessageException.class);
            assertThatThrownBy(() -> each.open("acme", plain)).isInstanceOf(NoSuchMessageException.class);
        }
        assertThat(Files.readAllBytes(root.resolve(".keys/acme"))).containsOnly(0);
    }

    @Test
    void destroysTheKeyEvenWhereTheFilesCannotBeDeleted() throws IOException {
        var files = new Undeletable(new FileSystemOctets(root, new TimeOrderedIds(clock), clock));
        var store = EncryptedMessageStore.around(files, root, SecretBox.of(key(1)), clock);
        String key = store.store("acme", new byte[] {1}).key();

        assertThatThrownBy(() -> store.removeAll("acme")).isInstanceOf(IOException.class);

        assertThat(file(key)).exists();
        assertThatThrownBy(() -> store().open("acme", key)).isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    void storesNothingForARemovedOrganisationAndGivesItNoKey() throws IOException {
        MessageStore other = store();
        other.store("acme", new byte[] {1});
        Draft begun = other.begin("acme");
        begun.write(7);

        store().removeAll("acme");
        store().removeAll("never-seen");

        assertThatThrownBy(begun::commit).isInstanceOf(IOException.class);
        begun.close();
        for (MessageStore each : List.of(other, store())) {
            assertThatThrownBy(() -> each.store("acme", new byte[] {3})).hasMessageContaining("removed");
            assertThatThrownBy(() -> each.store("never-seen", new byte[] {3})).hasMessageContaining("removed");
        }
        assertThat(Files.readAllBytes(root.resolve(".keys/acme"))).containsOnly(0);
        assertThat(count()).isZero();
    }

    @Test
    void forgetsKeysWithinABoundedTime() throws IOException {
        var keys = OrganisationKeys.open(
                WrappedKeyFiles.beside(root, clock), SecretBox.of(key(1)), Duration.ofMillis(100));
        keys.forStoring("acme");
        assertThat(keys.inMemory()).isEqualTo(1);

        await().atMost(Duration.ofSeconds(10)).until(() -> keys.inMemory() == 0);
    }

    @Test
    void makesOneKeyThoughManyStoresBeginAtTheSameMoment() throws Exception {
        List<MessageStore> writers = List.of(store(), store(), store(), store(), store(), store());
        for (int round = 0; round < 5; round++) {
            String organisation = "acme" + round;
            var together = new CyclicBarrier(writers.size());
            List<Future<String>> keys = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(writers.size())) {
                for (MessageStore writer : writers) {
                    keys.add(threads.submit(() -> {
                        together.await();
                        return writer.store(organisation, new byte[] {1, 2, 3}).key();
                    }));
                }
            }
            for (Future<String> key : keys) {
                assertThat(read(writers.getFirst(), organisation, key.get())).containsExactly(1, 2, 3);
            }
        }
        try (var left = Files.list(root.resolve(".keys"))) {
            assertThat(left).hasSize(5 + 1);
        }
    }

    @Test
    void keepsNothingReadableOfAnOrganisationThatIsRemovedWhileMailArrives() throws Exception {
        List<MessageStore> writers = List.of(store(), store(), store());
        for (int round = 0; round < 5; round++) {
            String organisation = "acme" + round;
            var together = new CyclicBarrier(writers.size() + 1);
            Set<String> stored = ConcurrentHashMap.newKeySet();
            List<Future<?>> writing = new ArrayList<>();
            try (var threads = Executors.newFixedThreadPool(writers.size())) {
                for (MessageStore writer : writers) {
                    writing.add(threads.submit(() -> {
                        together.await();
                        return stored.add(
                                writer.store(organisation, new byte[] {1}).key());
                    }));
                }
                together.await();
                removeUntilDone(organisation);
            }

            assertThat(writing).allMatch(Future::isDone);
            assertThat(Files.readAllBytes(root.resolve(".keys").resolve(organisation)))
                    .containsOnly(0);
            for (String key : stored) {
                assertThatThrownBy(() -> store().open(organisation, key)).isInstanceOf(NoSuchMessageException.class);
            }
        }
        assertThat(count()).isZero();
    }

    private void removeUntilDone(String organisation) throws IOException {
        MessageStore store = store();
        await().atMost(Duration.ofSeconds(10))
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    store.removeAll(organisation);
                    return true;
                });
    }

    @Test
    void refusesAnotherMasterKeyAtTheStart() throws IOException {
        store(key(1)).store("acme", new byte[] {1});
        List<String> before = Stored.in(root);

        assertThatThrownBy(() -> store(key(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected the master key that this message store was begun with");
        assertThat(Stored.in(root)).isEqualTo(before);
    }

    @Test
    void readsOldMessagesAfterTheMasterKeyWasChanged() throws IOException {
        String old = store(key(1)).store("acme", new byte[] {1}).key();

        EncryptedMessageStore changed = store(key(2) + "," + key(1));
        String fresh = changed.store("globex", new byte[] {2}).key();

        assertThat(read(changed, "acme", old)).containsExactly(1);
        assertThat(read(changed, "globex", fresh)).containsExactly(2);
        assertThatThrownBy(() -> read(store(key(1)), "globex", fresh))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("master key");
    }

    private static byte[] read(MessageStore store, String organisationId, String key) throws IOException {
        try (InputStream in = store.open(organisationId, key)) {
            return in.readAllBytes();
        }
    }

    private Path file(String key) {
        return root.resolve(key.replace(".sealed", ""));
    }

    private static void truncate(Path file, long length) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), Math.toIntExact(length)));
    }

    private static String key(int octet) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) octet);
        return Base64.getEncoder().encodeToString(key);
    }

    /** A store on a disk that has become read-only. */
    private record Undeletable(OctetStore files) implements OctetStore {

        @Override
        public OctetDraft begin(String organisationId) throws IOException {
            return files.begin(organisationId);
        }

        @Override
        public String nameOf(String key) {
            return files.nameOf(key);
        }

        @Override
        public InputStream open(String organisationId, String key) throws IOException {
            return files.open(organisationId, key);
        }

        @Override
        public void removeAll(String organisationId) throws IOException {
            throw new IOException("Read-only file system");
        }
    }

    /** What a thief of the disk can read: the content of each file. */
    private static final class Stored {

        static List<String> in(Path root) throws IOException {
            List<String> contents = new ArrayList<>();
            try (var files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    contents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
                }
            } catch (NoSuchFileException none) {
                return contents;
            }
            return contents;
        }
    }
}
