package org.postroom.runtime.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every message store promises; each implementation's test is this contract and a way to make one. */
interface MessageStoreContract {

    MessageStore store() throws IOException;

    /** How many messages, drafts included, the store holds. */
    long count() throws IOException;

    @Test
    default void givesBackWhatWasStored() throws IOException {
        byte[] message = "Subject: caf\u00e9\r\n\r\nHello".getBytes(StandardCharsets.UTF_8);

        StoredMessage stored = store().store("acme", message);

        assertThat(stored.size()).isEqualTo(message.length);
        try (var in = store().open("acme", stored.key())) {
            assertThat(in.readAllBytes()).isEqualTo(message);
        }
    }

    @Test
    default void tellsTheDigestOfALargeMessageWrittenInPieces() throws Exception {
        byte[] piece = new byte[10_007];
        var digest = java.security.MessageDigest.getInstance("SHA-256");
        StoredMessage stored;
        try (Draft draft = store().begin("acme")) {
            for (int number = 0; number < 50; number++) {
                piece[number] = (byte) number;
                draft.write(piece, 0, piece.length);
                digest.update(piece);
            }
            draft.write('x');
            digest.update((byte) 'x');
            stored = draft.commit();
        }

        assertThat(stored.sha256()).isEqualTo(HexFormat.of().formatHex(digest.digest()));
        assertThat(stored.size()).isEqualTo(50L * 10_007 + 1);
    }

    @Test
    default void beginsEveryKeyWithItsOrganisation() throws IOException {
        assertThat(store().store("acme", new byte[] {1}).key()).startsWith("acme/");
    }

    @Test
    default void keepsNothingOfADraftThatWasNotCommitted() throws IOException {
        long before = count();
        try (Draft draft = store().begin("acme")) {
            draft.write(new byte[200_000], 0, 200_000);
        }

        assertThat(count()).isEqualTo(before);
    }

    @Test
    default void removesAllOfOneOrganisationAndNothingOfAnother() throws IOException {
        String gone = store().store("acme", new byte[] {1}).key();
        String kept = store().store("globex", new byte[] {2}).key();

        store().removeAll("acme");
        store().removeAll("acme");
        store().removeAll("../globex");

        assertThatThrownBy(() -> store().open("acme", gone)).isInstanceOf(NoSuchMessageException.class);
        try (var in = store().open("globex", kept)) {
            assertThat(in.readAllBytes()).containsExactly(2);
        }
    }

    @Test
    default void refusesAnotherOrganisationsMessage() throws IOException {
        String key = store().store("acme", new byte[] {1}).key();

        assertThatThrownBy(() -> store().open("globex", key)).isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    default void refusesAKeyThatLeavesItsOrganisation() throws IOException {
        String key = store().store("acme", new byte[] {1}).key();

        assertThatThrownBy(() -> store().open("globex", "globex/../" + key)).isInstanceOf(NoSuchMessageException.class);
        for (String elsewhere : List.of("acme/../../etc/passwd", "acme/../.keys/acme", "acme/2026-11-22/.draft")) {
            assertThatThrownBy(() -> store().open("acme", elsewhere)).isInstanceOf(NoSuchMessageException.class);
        }
    }

    @Test
    default void refusesAKeyThatWasNeverGiven() throws IOException {
        assertThatThrownBy(() -> store().open("acme", "acme/2026-01-01/none"))
                .isInstanceOf(NoSuchMessageException.class);
    }

    @Test
    default void refusesAnOrganisationThatIsNoIdentifier() throws IOException {
        assertThatThrownBy(() -> store().begin("../acme")).isInstanceOf(IOException.class);
    }
}
