package org.postroom.inbound.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postroom.inbound.message.MessageFacts;
import org.postroom.inbound.message.MessageReader;
import org.yaml.snakeyaml.Yaml;

/** Each .eml in reports is a mail that a server wrote, or looks so; the .yaml beside it names what it reports. */
class ReportCasesTest {

    static Stream<Path> cases() throws IOException, URISyntaxException {
        var directory = Path.of(Objects.requireNonNull(ReportCasesTest.class.getResource("/reports"))
                .toURI());
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".eml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tellWhatBecameOfTheMail(Path mail) throws IOException {
        Map<String, Object> expected =
                new Yaml().load(Files.readString(Path.of(mail.toString().replace(".eml", ".yaml"))));
        MessageFacts facts;
        try (InputStream raw = Files.newInputStream(mail)) {
            facts = new MessageReader().read(raw, Boolean.TRUE.equals(expected.get("nullSender")));
        }

        assertThat(facts.automation().name()).isEqualTo(expected.get("automation"));
        switch (facts.report()) {
            case null -> assertThat(expected).doesNotContainKeys("recipients", "feedbackType");
            case Report.OfDelivery report -> {
                assertThat(report.originalMessageId()).isEqualTo(expected.get("messageId"));
                assertThat(report.originalEnvelopeId()).isEqualTo(expected.get("envelopeId"));
                assertThat(report.reporter()).isEqualTo(expected.get("reporter"));
                assertThat(report.recipients().stream()
                                .map(ReportCasesTest::described)
                                .toList())
                        .isEqualTo(expected.get("recipients"));
            }
            case Report.OfComplaint report -> {
                assertThat(report.feedbackType()).isEqualTo(expected.get("feedbackType"));
                assertThat(report.originalMessageId()).isEqualTo(expected.get("messageId"));
                assertThat(report.reporter()).isEqualTo(expected.get("reporter"));
                assertThat(report.originalRecipients()).isEqualTo(expected.get("recipients"));
            }
        }
    }

    @Test
    void readsNoMoreRecipientsThanAHundred() throws IOException {
        String groups = "Final-Recipient: rfc822; someone@customer.test\r\nAction: failed\r\n\r\n".repeat(5_000);

        assertThat(delivery("Reporting-MTA: dns; mx.test\r\n\r\n" + groups).recipients())
                .hasSize(100);
    }

    @Test
    void boundsWhatTheServerSaidAndTakesControlCharactersOutOfIt() throws IOException {
        Report.OfDelivery report = delivery("Reporting-MTA: dns; mx.test\r\n\r\nFinal-Recipient: rfc822; a@b.test\r\n"
                + "Action: failed\r\nDiagnostic-Code: smtp; 550 \u0007\0 bell " + "x".repeat(5_000) + "\r\n");

        assertThat(report.recipients())
                .singleElement()
                .satisfies(recipient -> assertThat(recipient.diagnostic())
                        .startsWith("550 bell xxx")
                        .hasSizeLessThanOrEqualTo(1_000));
    }

    @Test
    void tearsNoCharacterApartWhereALineIsCut() throws IOException {
        String begin = "<a@b.test>: said 550 5.1.1";

        MessageFacts facts = read(
                "From: postmaster@mx.test\r\n\r\n" + begin + " ".repeat(1_999 - begin.length()) + "\uD83D\uDE00\r\n");

        assertThat(facts.report())
                .isInstanceOfSatisfying(
                        Report.OfDelivery.class,
                        report -> assertThat(report.recipients().getFirst().diagnostic())
                                .matches(
                                        words -> StandardCharsets.UTF_8
                                                .newEncoder()
                                                .canEncode(words),
                                        "whole characters"));
    }

    @Test
    void endsSoonWhateverTheTextIs() throws IOException {
        Random random = new Random(11);
        String signs = "<>@ .:-#5 1\n\r\tab;Ü";
        for (int round = 0; round < 300; round++) {
            String text = random.ints(3_000, 0, signs.length())
                    .mapToObj(index -> String.valueOf(signs.charAt(index)))
                    .collect(Collectors.joining());

            assertThat(read("From: MAILER-DAEMON@mx.test\r\n\r\n" + text)).isNotNull();
            assertThat(read("From: a@mx.test\r\nContent-Type: message/delivery-status\r\n\r\n" + text))
                    .isNotNull();
        }
        assertThat(read("From: postmaster@mx.test\r\n\r\n" + "550 " + "a".repeat(60_000)))
                .isNotNull();
    }

    private static Report.OfDelivery delivery(String status) throws IOException {
        MessageFacts facts = read("From: postmaster@mx.test\r\nContent-Type: multipart/report; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: message/delivery-status\r\n\r\n" + status + "\r\n--b--\r\n");
        assertThat(facts.report()).isInstanceOf(Report.OfDelivery.class);
        return (Report.OfDelivery) Objects.requireNonNull(facts.report());
    }

    private static MessageFacts read(String mail) throws IOException {
        return new MessageReader().read(new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)), false);
    }

    private static String described(Report.Recipient recipient) {
        @Nullable String original = recipient.originalAddress();
        return Stream.of(
                        recipient.address(),
                        original == null ? null : "(" + original + ")",
                        recipient.action().name(),
                        recipient.status(),
                        recipient.remoteServer(),
                        recipient.diagnostic())
                .flatMap(Stream::ofNullable)
                .collect(Collectors.joining(" "));
    }
}
