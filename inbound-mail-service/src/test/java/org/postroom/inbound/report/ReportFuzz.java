package org.postroom.inbound.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.message.MessageFacts;
import org.postroom.inbound.message.MessageReader;

/**
 * A target for {@code ./postroom fuzz report}: any bytes are a report of a mail. The first byte says what is around the
 * others, so that the fuzzer need not find the way into each form by itself.
 */
public final class ReportFuzz {

    private static final MessageReader READER = new MessageReader();
    private static final String BEGIN = """
            From: Mail Delivery System <MAILER-DAEMON@mx.test>
            Content-Type: multipart/report; boundary=b

            --b
            Content-Type: %s

            """.replace("\n", "\r\n");
    private static final String STATUS = """
            Reporting-MTA: dns; mx.test

            Final-Recipient: rfc822; a@b.test
            Action: failed
            Status: 5.1.1
            """.replace("\n", "\r\n");

    private ReportFuzz() {}

    /** Called by the fuzzer before all inputs: what is loaded with the first takes none of their time. */
    public static void fuzzerInitialize() throws IOException {
        fuzzerTestOneInput("mFrom: a@b.test\r\n\r\nx".getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads one input; called by the fuzzer, and by {@link FuzzedReportTest}. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        byte[] octets = Arrays.copyOfRange(input, 1, input.length);
        byte[] mail = switch (input[0]) {
            case 's' -> within(BEGIN.formatted("message/delivery-status"), octets);
            case 'c' -> within(BEGIN.formatted("message/feedback-report"), octets);
            case 'w' -> within("From: postmaster@mx.test\r\nX-Failed-Recipients: c@d.test\r\n\r\n", octets);
            case 'r' ->
                within(
                        BEGIN.formatted("message/delivery-status") + STATUS
                                + "\r\n--b\r\nContent-Type: text/rfc822-headers\r\n\r\n",
                        octets);
            default -> octets;
        };
        holds(READER.read(new ByteArrayInputStream(mail), input[0] != 'm'));
    }

    private static byte[] within(String begin, byte[] octets) {
        var mail = new ByteArrayOutputStream();
        mail.writeBytes(begin.getBytes(StandardCharsets.US_ASCII));
        mail.writeBytes(octets);
        mail.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        return mail.toByteArray();
    }

    private static void holds(MessageFacts facts) {
        facts.warnings().forEach(warning -> onOneLine(warning, 1_000));
        facts.ownMarks().forEach(mark -> onOneLine(mark, 64 * 1024));
        require(facts.ownMarks().size() <= 5, "too many marks", facts.ownMarks());
        require(facts.attachments().size() <= 200, "too many attachments", facts.attachments());
        require(
                facts.warnings().stream().noneMatch(warning -> warning.contains("could not be read to its end")),
                "reading ended by a mistake of our own",
                facts.warnings());
        switch (facts.report()) {
            case null -> {
                // It reports nothing.
            }
            case Report.OfDelivery report -> {
                require(
                        !report.recipients().isEmpty() && report.recipients().size() <= Report.MOST_RECIPIENTS,
                        "a report has no recipients, or too many",
                        report.recipients().size());
                report.recipients().forEach(ReportFuzz::recipient);
                identifier(report.originalMessageId());
                words(report.originalEnvelopeId());
                words(report.reporter());
            }
            case Report.OfComplaint report -> {
                require(
                        report.originalRecipients().size() <= Report.MOST_RECIPIENTS,
                        "a complaint has too many recipients",
                        report.originalRecipients().size());
                report.originalRecipients().forEach(ReportFuzz::address);
                identifier(report.originalMessageId());
                words(report.feedbackType());
                words(report.reporter());
            }
        }
    }

    private static void recipient(Report.Recipient recipient) {
        address(recipient.address());
        Stream.ofNullable(recipient.originalAddress()).forEach(ReportFuzz::address);
        require(recipient.status().matches("[245]\\.\\d{1,3}\\.\\d{1,3}"), "a status is none", recipient.status());
        words(recipient.diagnostic());
        words(recipient.remoteServer());
    }

    private static void address(String address) {
        onOneLine(address, 320);
        require(address.indexOf('@') > 0 && address.indexOf(' ') < 0, "an address is none", address);
    }

    private static void identifier(@Nullable String identifier) {
        if (identifier != null) {
            onOneLine(identifier, 998);
            require(
                    List.of(" ", "<", ">").stream().noneMatch(identifier::contains),
                    "an identifier is none",
                    identifier);
        }
    }

    private static void words(@Nullable String words) {
        if (words != null) {
            onOneLine(words, 1_000);
        }
    }

    private static void onOneLine(String text, int most) {
        require(text.length() <= most, "a text is longer than " + most, text);
        require(text.chars().noneMatch(Character::isISOControl), "a text has control characters", text);
        require(StandardCharsets.UTF_8.newEncoder().canEncode(text), "a text has half a surrogate pair", text);
    }

    private static void require(boolean holds, String otherwise, Object found) {
        if (!holds) {
            throw new AssertionError(otherwise + ": " + found);
        }
    }
}
