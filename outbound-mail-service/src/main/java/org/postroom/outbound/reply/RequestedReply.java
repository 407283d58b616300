package org.postroom.outbound.reply;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.mail.StoredMail;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;

/**
 * A reply that an agent asked for, checked and with its content stored.
 *
 * @param organisationId the organisation
 * @param replyId the reply
 * @param interactionId the interaction it answers
 * @param agentId the agent
 * @param addressId the address it is sent from
 * @param recipients To and Cc
 * @param subject the subject, on one line
 * @param content where the content is stored
 * @param includeHistory the agent's choice; null where the agent made none
 * @param requestedAt when the agent asked
 */
public record RequestedReply(
        OrganisationId organisationId,
        ReplyId replyId,
        InteractionId interactionId,
        AgentId agentId,
        String addressId,
        List<Addressee> recipients,
        String subject,
        StoredMail content,
        @Nullable Boolean includeHistory,
        Instant requestedAt) {

    /** Copies the list. */
    public RequestedReply {
        recipients = List.copyOf(recipients);
    }
}
