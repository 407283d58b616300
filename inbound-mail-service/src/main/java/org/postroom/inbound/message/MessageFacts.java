package org.postroom.inbound.message;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.report.Report;
import org.postroom.mail.reading.NamedAddress;

/**
 * What a message says about itself.
 *
 * @param from the author; null where the From field is absent or unreadable
 * @param replyTo where answers are wanted; null where the Reply-To field is absent or unreadable
 * @param to the To field
 * @param cc the Cc field
 * @param subject the subject decoded to Unicode, at most 998 characters; empty where there is none
 * @param messageId the Message-ID without angle brackets; null where it is absent or malformed
 * @param inReplyTo the identifiers in In-Reply-To, without angle brackets
 * @param references the identifiers in References, oldest first, without angle brackets, at most the newest 100
 * @param sentAt the Date field; null where it is absent or malformed
 * @param attachments the attachments, inline parts included
 * @param automation whether a machine wrote it, and how we know
 * @param warnings what had to be repaired or could not be read, one sentence each
 * @param report what it reports of a mail of ours; null where it reports nothing that can be read
 * @param ownMarks the values of the fields that mark mail of ours, unproven ({@link org.postroom.mail.LoopMark})
 */
public record MessageFacts(
        @Nullable NamedAddress from,
        @Nullable NamedAddress replyTo,
        List<NamedAddress> to,
        List<NamedAddress> cc,
        String subject,
        @Nullable String messageId,
        List<String> inReplyTo,
        List<String> references,
        @Nullable Instant sentAt,
        List<AttachmentFacts> attachments,
        Automation automation,
        List<String> warnings,
        @Nullable Report report,
        List<String> ownMarks) {

    /** Copies the lists, so that facts never change. */
    public MessageFacts {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        inReplyTo = List.copyOf(inReplyTo);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
        warnings = List.copyOf(warnings);
        ownMarks = List.copyOf(ownMarks);
    }

    /** The same facts with one warning more. */
    public MessageFacts withWarning(String sentence) {
        List<String> more =
                Stream.concat(warnings.stream(), Stream.of(sentence)).toList();
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
                automation,
                more,
                report,
                ownMarks);
    }
}
