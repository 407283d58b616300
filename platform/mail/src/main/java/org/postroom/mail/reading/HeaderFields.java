package org.postroom.mail.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.reading.Flaw.Kind;

/** Reads the fields of a mail's own header. */
final class HeaderFields {

    private static final int LONGEST_SUBJECT = 998;
    private static final int MOST_IDENTIFIERS = 100;
    private static final int MOST_ADDRESSES = 200;
    /** Of each field one counts; so many are looked at for one that can be read. */
    private static final int MOST_OF_ONE_NAME = 5;

    private static final Set<String> READ =
            Set.of("from", "reply-to", "to", "cc", "subject", "message-id", "in-reply-to", "references", "date");

    private final Flaws flaws;
    private final FieldWatch watch;
    private final List<Map.Entry<String, Field>> kept = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private @Nullable NamedAddress from;
    private @Nullable NamedAddress replyTo;
    private List<NamedAddress> to = List.of();
    private List<NamedAddress> cc = List.of();
    private String subject = "";
    private @Nullable String messageId;
    private List<String> inReplyTo = List.of();
    private List<String> references = List.of();
    private @Nullable Instant sentAt;

    HeaderFields(Flaws flaws, FieldWatch watch) {
        this.flaws = flaws;
        this.watch = watch;
    }

    /**
     * Reads a field.
     *
     * @param name its name in lower case
     */
    void add(String name, Field field) {
        boolean wanted = watch.wants(name);
        if (!wanted && !READ.contains(name)) {
            return;
        }
        if (wanted) {
            watch.field(name, FieldText.encoded(field));
        }
        long others = kept.stream().filter(entry -> entry.getKey().equals(name)).count();
        if (READ.contains(name) && others < MOST_OF_ONE_NAME) {
            kept.add(Map.entry(name, field));
        }
    }

    /**
     * Reads what was kept.
     *
     * @param charset the character set that the mail names for its text: bytes in a field that no one labelled are
     *     likely in it as well; null where it names none
     */
    MailHeader read(String mediaType, @Nullable String charset) {
        kept.forEach(entry -> addRead(entry.getKey(), FieldText.encoded(entry.getValue(), charset)));
        if (from == null) {
            flaws.add(Kind.NO_AUTHOR, "The From field is absent or holds no address.");
        }
        return new MailHeader(from, replyTo, to, cc, subject, messageId, inReplyTo, references, sentAt, mediaType);
    }

    private void addRead(String name, String body) {
        boolean repeated = !seen.add(name);
        if (repeated) {
            flaws.add(
                    Kind.REPEATED_FIELD,
                    name.equals("from") && from == null
                            ? "The field from occurs more than once; the first that can be read was read."
                            : "The field " + name + " occurs more than once; the first was read.");
        }
        if (!repeated || (name.equals("from") && from == null)) {
            set(name, body);
        }
    }

    private void set(String name, String body) {
        switch (name) {
            case "from" -> from = AddressFields.single(body).orElse(null);
            case "reply-to" -> replyTo = AddressFields.single(body).orElse(null);
            case "to" -> to = AddressFields.read(body, MOST_ADDRESSES);
            case "cc" -> cc = AddressFields.read(body, MOST_ADDRESSES);
            case "subject" -> subject = FieldText.decoded(body, LONGEST_SUBJECT);
            case "message-id" -> messageId = wellFormed(MessageIds.single(body), "The Message-ID is malformed.");
            case "in-reply-to" -> inReplyTo = MessageIds.newest(body, MOST_IDENTIFIERS);
            case "references" -> references = MessageIds.newest(body, MOST_IDENTIFIERS);
            default -> sentAt = wellFormed(SentDate.read(body), "The Date field is malformed.");
        }
    }

    private <T> @Nullable T wellFormed(Optional<T> read, String otherwise) {
        if (read.isEmpty()) {
            flaws.add(Kind.MALFORMED_FIELD, otherwise);
        }
        return read.orElse(null);
    }
}
