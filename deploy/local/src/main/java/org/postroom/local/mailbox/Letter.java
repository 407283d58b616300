package org.postroom.local.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail that a customer wants to send.
 *
 * @param from the sender's address, in the envelope and, unless {@code raw} is given, in the header
 * @param to the recipients' addresses
 * @param raw the whole mail as it is to be sent, each character a byte or, where one is none, in UTF-8; then the rest does not count
 * @param subject its subject
 * @param text its text
 * @param inReplyTo the id of a mail in the playground that this one answers
 */
record Letter(
        String from,
        List<String> to,
        @Nullable String raw,
        @Nullable String subject,
        @Nullable String text,
        @Nullable String inReplyTo) {

    @SuppressWarnings("ConstantValue") // JSON may lack any of them
    Letter {
        if (from == null || to == null || to.isEmpty()) {
            throw new IllegalArgumentException("Expected a mail with from and to, but got from " + from + ", to " + to);
        }
        to = List.copyOf(to);
    }

    /** Returns the mail's bytes, with CRLF at line ends. */
    byte[] bytes(Clock clock, Optional<DeliveredMail> answered) {
        if (raw == null) {
            return written(clock, answered).getBytes(ISO_8859_1);
        }
        var lines = raw.replace("\r\n", "\n").replace("\n", "\r\n");
        return lines.getBytes(lines.chars().allMatch(character -> character < 256) ? ISO_8859_1 : UTF_8);
    }

    private String written(Clock clock, Optional<DeliveredMail> answered) {
        var lines = new ArrayList<String>();
        lines.add("From: " + from);
        lines.add("To: " + String.join(", ", to));
        lines.add("Subject: " + encodedWords(subject(answered)));
        lines.add("Date: "
                + DateTimeFormatter.RFC_1123_DATE_TIME
                        .withLocale(Locale.ROOT)
                        .format(clock.instant().atOffset(ZoneOffset.UTC)));
        var id = UUID.nameUUIDFromBytes((clock.instant() + from + to + text).getBytes(UTF_8));
        lines.add("Message-ID: <" + id + "@playground.test>");
        answered.flatMap(mail -> mail.header("Message-ID")).ifPresent(messageId -> {
            var earlier = answered.flatMap(mail -> mail.header("References")).orElse("");
            lines.add("In-Reply-To: " + messageId);
            lines.add("References: " + (earlier + " " + messageId).strip().replace(" ", "\r\n "));
        });
        lines.add("MIME-Version: 1.0");
        lines.add("Content-Type: text/plain; charset=utf-8");
        lines.add("Content-Transfer-Encoding: base64");
        lines.add("");
        lines.add(Base64.getMimeEncoder().encodeToString(body().getBytes(UTF_8)));
        return String.join("\r\n", lines) + "\r\n";
    }

    private String subject(Optional<DeliveredMail> answered) {
        if (subject != null && !subject.isBlank()) {
            return subject;
        }
        return answered.flatMap(mail -> mail.header("Subject"))
                .map(earlier -> earlier.regionMatches(true, 0, "Re:", 0, 3) ? earlier : "Re: " + earlier)
                .orElse("");
    }

    private String body() {
        return Objects.requireNonNullElse(text, "").replace("\r\n", "\n").replace("\n", "\r\n");
    }

    /** Encodes what is not plain ASCII by RFC 2047, a few characters a word, as a word has at most 75. */
    private static String encodedWords(String text) {
        if (text.chars().allMatch(character -> character >= ' ' && character < 127)) {
            return text;
        }
        var words = new ArrayList<String>();
        var points = text.codePoints().toArray();
        for (int start = 0; start < points.length; start += 10) {
            var part = new String(points, start, Math.min(10, points.length - start));
            words.add("=?utf-8?B?" + Base64.getEncoder().encodeToString(part.getBytes(UTF_8)) + "?=");
        }
        return String.join("\r\n ", words);
    }
}
