package org.postroom.outbound.delivery;

import java.time.Instant;
import java.util.List;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.mail.Addressee;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;

/**
 * A composed reply that is to be sent.
 *
 * @param organisationId the organisation
 * @param replyId the reply
 * @param interactionId the interaction it answers
 * @param messageId the Message-ID without angle brackets
 * @param envelopeSender the address that the reply answers for, where bounces belong
 * @param from the From address, whose domain signs
 * @param recipients everyone in the envelope
 * @param mailKey where the unsigned mail is stored
 * @param composedAt when it was composed
 */
public record ComposedReply(
        OrganisationId organisationId,
        ReplyId replyId,
        InteractionId interactionId,
        String messageId,
        EmailAddress envelopeSender,
        EmailAddress from,
        List<Addressee> recipients,
        String mailKey,
        Instant composedAt) {

    /** Copies the list. */
    public ComposedReply {
        recipients = List.copyOf(recipients);
    }
}
