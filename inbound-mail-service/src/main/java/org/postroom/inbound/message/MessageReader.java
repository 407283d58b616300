package org.postroom.inbound.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.postroom.mail.reading.MailHeader;
import org.postroom.mail.reading.MailPart;
import org.postroom.mail.reading.MailReader;
import org.postroom.mail.reading.ReadMail;
import org.postroom.mail.reading.ReadingLimits;

/**
 * Reads the facts of a raw message. The input is hostile: whatever it holds, reading ends with the facts found so far,
 * and says in a warning what it could not read. Memory is bounded by the header's size, time by the message's.
 */
public final class MessageReader {

    private static final int MOST_ATTACHMENTS = 200;

    private final MailReader reader = new MailReader(ReadingLimits.FACTS);

    /** Makes a reader; one serves any number of messages at once. */
    public MessageReader() {}

    /**
     * Reads a message to its end.
     *
     * @param raw the message as received
     * @param nullEnvelopeSender true where it came with the null sender
     * @throws IOException where the bytes could not be read, never for what they say
     */
    public MessageFacts read(InputStream raw, boolean nullEnvelopeSender) throws IOException {
        MessageWatch watch = new MessageWatch(nullEnvelopeSender);
        ReadMail mail = reader.read(raw, watch, watch);
        return facts(mail, watch.found(mail));
    }

    private static MessageFacts facts(ReadMail mail, MessageWatch.Found found) {
        MailHeader header = mail.header();
        List<String> warnings = new ArrayList<>(mail.warnings());
        // What is attached to a mail within the mail is that one's, and is listed where it is opened.
        List<MailPart> attached = mail.parts().stream()
                .filter(part -> part.within() == MailPart.OUTERMOST)
                .toList();
        if (attached.size() > MOST_ATTACHMENTS) {
            warnings.add("The message has more than " + MOST_ATTACHMENTS + " attachments; the others are not listed.");
        }
        return new MessageFacts(
                header.from(),
                header.replyTo(),
                header.to(),
                header.cc(),
                header.subject(),
                header.messageId(),
                header.inReplyTo(),
                header.references(),
                header.sentAt(),
                attached.stream()
                        .limit(MOST_ATTACHMENTS)
                        .map(MessageReader::attachment)
                        .toList(),
                found.automation(),
                warnings,
                found.report(),
                found.ownMarks());
    }

    private static AttachmentFacts attachment(MailPart part) {
        return new AttachmentFacts(part.fileName(), part.mediaType(), part.size(), part.inline());
    }
}
