package org.postroom.outbound.compose;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.EmailAddress;
import org.postroom.mail.Mailbox;
import org.postroom.mail.MessageId;
import org.postroom.outbound.mail.Addressee;

/**
 * A composed mail, before it is written as MIME.
 *
 * @param messageId its identifier, the same whenever the same reply is composed
 * @param loopMark what the mail is recognised by when it comes back ({@link org.postroom.mail.LoopMark})
 * @param envelopeSender where bounces go
 * @param from the From field
 * @param replyTo the Reply-To field; null for none
 * @param recipients everyone in the envelope; only the visible ones are named in the mail
 * @param subject the subject, on one line
 * @param inReplyTo the In-Reply-To field; null for none
 * @param references the References field, oldest first
 * @param date the Date field
 * @param text the plain-text form
 * @param html the HTML form
 * @param signatureIncluded true where a signature was added
 * @param historyIncluded true where the history was included
 */
public record Letter(
        MessageId messageId,
        String loopMark,
        EmailAddress envelopeSender,
        Mailbox from,
        @Nullable EmailAddress replyTo,
        List<Addressee> recipients,
        String subject,
        @Nullable MessageId inReplyTo,
        List<MessageId> references,
        Instant date,
        String text,
        String html,
        boolean signatureIncluded,
        boolean historyIncluded) {

    /** Copies the lists. */
    public Letter {
        recipients = List.copyOf(recipients);
        references = List.copyOf(references);
    }
}
