package org.postroom.inbound.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageReaderTest {

    private final MessageReader reader = new MessageReader();

    @Test
    void keepsTheNewestHundredReferences() throws IOException {
        String references = IntStream.rangeClosed(1, 150)
                .mapToObj(number -> "<" + number + "@example.org>")
                .collect(Collectors.joining("\r\n "));

        MessageFacts facts = read("From: <a@example.org>\r\nReferences: " + references + "\r\n\r\nx");

        assertThat(facts.references()).hasSize(100).startsWith("51@example.org").endsWith("150@example.org");
    }

    @Test
    void cutsASubjectAt998CharactersWithoutTearingOneApart() throws IOException {
        MessageFacts facts = read("From: <a@example.org>\r\nSubject: a" + "👋".repeat(600) + "\r\n\r\nx");

        assertThat(facts.subject()).hasSize(997).endsWith("👋");
    }

    @Test
    void stopsAtPartsThatNestTooDeep() throws IOException {
        String nested = IntStream.range(0, 5_000)
                .mapToObj(level -> "Content-Type: multipart/mixed; boundary=b" + level + "\r\n\r\n--b" + level + "\r\n")
                .collect(Collectors.joining());

        MessageFacts facts = read("From: <a@example.org>\r\nSubject: deep\r\n" + nested);

        assertThat(facts.subject()).isEqualTo("deep");
        assertThat(facts.warnings()).anyMatch(warning -> warning.contains("nests"));
    }

    @Test
    void listsTheFirstTwoHundredAttachments() throws IOException {
        String parts = "--b\r\nContent-Type: image/gif\r\n\r\nx\r\n".repeat(1_000);

        MessageFacts facts =
                read("From: <a@example.org>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + parts + "--b--");

        assertThat(facts.attachments()).hasSize(200);
        assertThat(facts.warnings()).anyMatch(warning -> warning.contains("more than 200 attachments"));
    }

    @Test
    void takesTheNullEnvelopeSenderForAMachine() throws IOException {
        var raw = new ByteArrayInputStream("From: <a@example.org>\r\n\r\nx".getBytes(StandardCharsets.US_ASCII));

        assertThat(reader.read(raw, true).automation()).isEqualTo(Automation.NULL_ENVELOPE_SENDER);
    }

    @Test
    void readsWhateverBytesThereAre() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            byte[] message = concat(
                    "From: =?utf-8?Q?=C3?= <a@b>\r\nContent-Type: multipart/mixed; boundary=\""
                            .getBytes(StandardCharsets.US_ASCII),
                    bytes);

            assertThat(reader.read(new ByteArrayInputStream(message), false)).isNotNull();
        }
    }

    private MessageFacts read(String message) throws IOException {
        return reader.read(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)), false);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
