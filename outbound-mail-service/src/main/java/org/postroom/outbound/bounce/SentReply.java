package org.postroom.outbound.bounce;

import java.util.List;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;

/**
 * A reply that was handed to servers.
 *
 * @param organisationId whose it is
 * @param replyId the reply
 * @param interactionId the interaction it answers
 * @param envelopeSender where reports of it go
 * @param recipients the recipients whom the mail names and no server has refused, as they were written
 */
public record SentReply(
        OrganisationId organisationId,
        ReplyId replyId,
        InteractionId interactionId,
        String envelopeSender,
        List<String> recipients) {

    /** Copies the recipients. */
    public SentReply {
        recipients = List.copyOf(recipients);
    }
}
