package org.postroom.inbound.scan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class GtubeSearchTest {

    private static final String HEADER = "Subject: x\r\n\r\n";

    @Test
    void findsItWhereverABufferEnds() {
        byte[] mail = (HEADER + Engines.GTUBE + "\r\n").getBytes(US_ASCII);
        for (int border = 0; border <= mail.length; border++) {
            var search = new GtubeSearch();
            search.add(mail, 0, border);
            search.add(mail, border, mail.length - border);

            assertThat(search.found()).as("a border at %d", border).isTrue();
        }
    }

    @Test
    void findsItByteByByteBehindABeginningOfItself() {
        byte[] mail =
                (Engines.GTUBE.substring(0, 30) + Engines.GTUBE.substring(0, 5) + Engines.GTUBE).getBytes(US_ASCII);
        var search = new GtubeSearch();
        for (byte octet : mail) {
            search.add(new byte[] {octet}, 0, 1);
        }

        assertThat(search.found()).isTrue();
    }

    @Test
    void findsItInBase64WhereverAGroupBeginsAndALineEnds() {
        for (int before = 0; before < 60; before++) {
            byte[] text = ("x".repeat(before) + Engines.GTUBE + " and more").getBytes(US_ASCII);

            assertThat(isFound(HEADER + Base64.getMimeEncoder().encodeToString(text)))
                    .as("%d bytes before it", before)
                    .isTrue();
        }
    }

    @Test
    void findsItInQuotedPrintableWhoseLineWasBroken() {
        assertThat(isFound(HEADER + Engines.GTUBE.substring(0, 40) + "=\r\n" + Engines.GTUBE.substring(40)))
                .isTrue();
    }

    @Test
    void findsNothingElse() {
        assertThat(isFound(HEADER + Engines.GTUBE.replace("C.34X", "C.34Y"))).isFalse();
        assertThat(isFound(HEADER + Engines.GTUBE.substring(1))).isFalse();
        assertThat(isFound(HEADER + Engines.GTUBE.substring(0, 67))).isFalse();
        assertThat(isFound("")).isFalse();
    }

    private static boolean isFound(String mail) {
        var search = new GtubeSearch();
        byte[] bytes = mail.getBytes(US_ASCII);
        search.add(bytes, 0, bytes.length);
        return search.found();
    }
}
