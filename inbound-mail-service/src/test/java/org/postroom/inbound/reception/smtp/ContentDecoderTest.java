package org.postroom.inbound.reception.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContentDecoderTest {

    @Test
    void endsAtADotAloneOnItsLine() {
        assertThat(decoded("a\r\n.\r\nMAIL")).isEqualTo("a\r\n|MAIL");
        assertThat(decoded(".\r\n")).isEqualTo("|");
    }

    @Test
    void takesTransparencyOut() {
        assertThat(decoded("..\r\n...a\r\n.b\r\na.\r\n.\r\n")).isEqualTo(".\r\n..a\r\nb\r\na.\r\n|");
    }

    @Test
    void endsAtNothingElse() {
        String content = "a\n.\nb\n.\r\nc\r.\rd\r\n.\ne\r\n.\rf\r\n.\r\rg";

        assertThat(decoded(content)).doesNotContain("|");
    }

    @Test
    void decodesTheSameHoweverTheContentIsCut() {
        Random random = new Random(42);
        char[] alphabet = {'\r', '\n', '.', 'a'};
        for (int round = 0; round < 5_000; round++) {
            StringBuilder content = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                content.append(alphabet[random.nextInt(alphabet.length)]);
            }
            content.append("\r\n.\r\nrest");

            String whole = decoded(content.toString());

            assertThat(decoded(content.toString(), random)).isEqualTo(whole);
            assertThat(whole).isEqualTo(reference(content.toString()));
        }
    }

    /** The rules of RFC 5321 once more, on a whole string. */
    private static String reference(String content) {
        int end = content.startsWith(".\r\n") ? 0 : content.indexOf("\r\n.\r\n") + 2;
        String text = content.substring(0, end).replace("\r\n.", "\r\n");
        return (text.startsWith(".") ? text.substring(1) : text) + "|" + content.substring(end + 3);
    }

    private static String decoded(String content) {
        return decoded(content, new Random(0) {
            private static final long serialVersionUID = 1L;

            @Override
            public int nextInt(int bound) {
                return bound - 1;
            }
        });
    }

    private static String decoded(String content, Random cuts) {
        byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream result = new ByteArrayOutputStream();
        ContentDecoder decoder = new ContentDecoder();
        int at = 0;
        while (at < bytes.length && !decoder.isEnded()) {
            int length = 1 + cuts.nextInt(bytes.length - at);
            byte[] piece = java.util.Arrays.copyOfRange(bytes, at, at + length);
            byte[] output = new byte[length + 1];
            at += decoder.decode(piece, length, output);
            result.write(output, 0, decoder.written());
        }
        String text = result.toString(StandardCharsets.ISO_8859_1);
        return decoder.isEnded() ? text + "|" + content.substring(at) : text;
    }
}
