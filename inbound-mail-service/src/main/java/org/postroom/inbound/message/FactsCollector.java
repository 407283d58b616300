package org.postroom.inbound.message;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.text.StorableText;

/** Takes the parser's events of one message and keeps its facts. */
final class FactsCollector extends AbstractContentHandler {

    private static final int LONGEST_SUBJECT = 998;
    private static final int MOST_IDENTIFIERS = 100;
    private static final int MOST_MAILBOXES = 200;
    private static final int MOST_ATTACHMENTS = 200;
    private static final int MOST_WARNINGS = 20;
    /** RFC 6838, section 4.2: two names of at most 127 characters. */
    private static final int LONGEST_MEDIA_TYPE = 255;

    private static final int DEEPEST_NESTING = 100;

    private final AutomationMarks marks = new AutomationMarks();
    private final Set<String> warnings = new LinkedHashSet<>();
    private final Set<String> fieldsSeen = new LinkedHashSet<>();
    private final List<AttachmentFacts> attachments = new ArrayList<>();
    private int depth;
    private boolean inOwnHeader;
    private PartHeader part = new PartHeader();
    private @Nullable Mailbox from;
    private @Nullable Mailbox replyTo;
    private List<Mailbox> to = List.of();
    private List<Mailbox> cc = List.of();
    private String subject = "";
    private @Nullable String messageId;
    private List<String> inReplyTo = List.of();
    private List<String> references = List.of();
    private @Nullable Instant sentAt;

    AutomationMarks marks() {
        return marks;
    }

    void stoppedBy(MimeException broken) {
        warn(
                broken instanceof TooDeepException
                        ? "The message nests its parts deeper than " + DEEPEST_NESTING
                                + " levels; the rest was not read."
                        : "The message's structure is broken; the rest was not read.");
    }

    void stoppedBy(RuntimeException unforeseen) {
        warn("The message could not be read to its end ("
                + unforeseen.getClass().getSimpleName() + ").");
    }

    MessageFacts facts() {
        if (from == null) {
            warn("The From field is absent or holds no address.");
        }
        return new MessageFacts(
                from,
                replyTo,
                to,
                cc,
                subject,
                messageId,
                inReplyTo,
                references,
                sentAt,
                attachments,
                marks.first(),
                List.copyOf(warnings));
    }

    @Override
    public void startMessage() {
        inOwnHeader = true;
    }

    @Override
    public void startHeader() {
        part = new PartHeader();
    }

    @Override
    public void endHeader() {
        inOwnHeader = false;
    }

    @Override
    public void field(Field field) {
        String name = field.getName().toLowerCase(Locale.ROOT);
        part.field(name, field);
        if (inOwnHeader) {
            ownField(name, field);
        }
    }

    @Override
    public void startMultipart(BodyDescriptor descriptor) throws MimeException {
        depth++;
        if (depth > DEEPEST_NESTING) {
            throw new TooDeepException();
        }
        if (depth == 1 && "report".equalsIgnoreCase(descriptor.getSubType())) {
            marks.report();
        }
    }

    @Override
    public void endMultipart() {
        depth--;
    }

    @Override
    public void body(BodyDescriptor descriptor, InputStream content) throws IOException {
        long size = content.transferTo(java.io.OutputStream.nullOutputStream());
        String mediaType = StorableText.of(descriptor.getMimeType().toLowerCase(Locale.ROOT), LONGEST_MEDIA_TYPE);
        Optional<AttachmentFacts> attachment = part.attachment(mediaType, size, depth > 0);
        if (attachment.isPresent() && attachments.size() == MOST_ATTACHMENTS) {
            warn("The message has more than " + MOST_ATTACHMENTS + " attachments; the others are not listed.");
        } else {
            attachment.ifPresent(attachments::add);
        }
    }

    private void ownField(String name, Field field) {
        marks.field(name, HeaderText.encoded(field));
        if (!OWN_FIELDS.contains(name)) {
            return;
        }
        if (!fieldsSeen.add(name)) {
            warn("The field " + name + " occurs more than once; the first was read.");
            return;
        }
        String body = HeaderText.encoded(field);
        switch (name) {
            case "from" -> from = first(body);
            case "reply-to" -> replyTo = first(body);
            case "to" -> to = Mailboxes.read(body, MOST_MAILBOXES);
            case "cc" -> cc = Mailboxes.read(body, MOST_MAILBOXES);
            case "subject" -> subject = HeaderText.decoded(field, LONGEST_SUBJECT);
            case "message-id" -> messageId = readMessageId(body);
            case "in-reply-to" -> inReplyTo = MessageIds.newest(body, MOST_IDENTIFIERS);
            case "references" -> references = MessageIds.newest(body, MOST_IDENTIFIERS);
            default -> sentAt = readDate(field);
        }
    }

    private static final Set<String> OWN_FIELDS =
            Set.of("from", "reply-to", "to", "cc", "subject", "message-id", "in-reply-to", "references", "date");

    private static @Nullable Mailbox first(String body) {
        List<Mailbox> all = Mailboxes.read(body, 1);
        return all.isEmpty() ? null : all.getFirst();
    }

    private @Nullable String readMessageId(String body) {
        Optional<String> read = MessageIds.single(body);
        if (read.isEmpty()) {
            warn("The Message-ID is malformed.");
        }
        return read.orElse(null);
    }

    private @Nullable Instant readDate(Field field) {
        Optional<Instant> read = SentDate.read(field);
        if (read.isEmpty()) {
            warn("The Date field is malformed.");
        }
        return read.orElse(null);
    }

    private void warn(String sentence) {
        if (warnings.size() < MOST_WARNINGS) {
            warnings.add(sentence);
        }
    }

    private static final class TooDeepException extends MimeException {

        private static final long serialVersionUID = 1L;

        TooDeepException() {
            super("expected at most " + DEEPEST_NESTING + " levels of parts, but there are more");
        }
    }
}
