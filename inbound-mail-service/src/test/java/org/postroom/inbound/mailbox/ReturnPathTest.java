package org.postroom.inbound.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReturnPathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Return-Path: <ann@example.org>\\r\\nSubject: x\\r\\n\\r\\nHello|ann@example.org",
                "Delivered-To: x\\r\\nreturn-path:<ann@example.org>\\r\\n\\r\\n|ann@example.org",
                "Return-Path: <>\\r\\n\\r\\nHello|''",
                "Subject: x\\r\\n\\r\\nReturn-Path: <mallory@example.org>\\r\\n|''",
                "Subject: Return-Path: <mallory@example.org>\\r\\n\\r\\n|''",
                "Return-Path: <no address>\\r\\n\\r\\n|''",
                "|''"
            })
    void readsTheSenderFromTheHeaderOnly(String mail, String sender) {
        byte[] octets = (mail == null ? "" : mail.replace("\\r\\n", "\r\n")).getBytes(StandardCharsets.UTF_8);

        assertThat(ReturnPath.of(octets, octets.length).address()).isEqualTo(sender);
    }
}
