package org.postroom.console.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.reading.MailHeader;
import org.postroom.mail.reading.MailPart;
import org.postroom.mail.reading.NamedAddress;
import org.postroom.mail.reading.ReadMail;

/**
 * What a reading of a mail found, in the form in which two readings are compared.
 *
 * @param subject the subject; empty where there is none
 * @param from the author, name and address; null where it names none
 * @param to to whom it is addressed
 * @param cc who has a copy
 * @param sentAt its Date; null where it has none
 * @param attachments its files' names, not those of a mail within it
 * @param textDigest the SHA-256 of all its text, in hexadecimal; null where that is not known
 */
public record ReadFacts(
        String subject,
        @Nullable String from,
        List<String> to,
        List<String> cc,
        @Nullable Instant sentAt,
        List<String> attachments,
        @Nullable String textDigest) {

    /** Copies the lists. */
    public ReadFacts {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        attachments = List.copyOf(attachments);
    }

    /** Those of a mail as it is read now, with its text. */
    public static ReadFacts of(ReadMail mail) {
        MailHeader header = mail.header();
        NamedAddress from = header.from();
        return new ReadFacts(
                header.subject(),
                from == null ? null : Correspondents.inWords(from),
                header.to().stream().map(Correspondents::inWords).toList(),
                header.cc().stream().map(Correspondents::inWords).toList(),
                header.sentAt(),
                mail.parts().stream()
                        .filter(part -> part.within() == MailPart.OUTERMOST)
                        .map(MailPart::fileName)
                        .toList(),
                digest(mail));
    }

    /**
     * In what another reading differs from this one, by the names that people give it.
     *
     * @param later the other reading
     */
    public Map<String, Change> changesTo(ReadFacts later) {
        Map<String, Change> changes = new LinkedHashMap<>();
        compare(changes, "subject", subject, later.subject);
        compare(changes, "from", shown(from), shown(later.from));
        compare(changes, "to", String.join(", ", to), String.join(", ", later.to));
        compare(changes, "cc", String.join(", ", cc), String.join(", ", later.cc));
        compare(changes, "date", shown(sentAt), shown(later.sentAt));
        compare(changes, "attachments", String.join(", ", attachments), String.join(", ", later.attachments));
        if (textDigest != null && later.textDigest != null && !textDigest.equals(later.textDigest)) {
            changes.put("text", new Change("", ""));
        }
        return changes;
    }

    private static void compare(Map<String, Change> changes, String fact, String before, String after) {
        if (!before.equals(after)) {
            changes.put(fact, new Change(before, after));
        }
    }

    private static String shown(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    private static String digest(ReadMail mail) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(mail.text(UnaryOperator.identity()).getBytes(StandardCharsets.UTF_8));
            digest.update(mail.html(UnaryOperator.identity()).orElse("").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /**
     * A fact that is read otherwise.
     *
     * @param before what the earlier reading found; empty where it found none, or where it is too long to be kept
     * @param after what the later one found
     */
    public record Change(String before, String after) {}
}
