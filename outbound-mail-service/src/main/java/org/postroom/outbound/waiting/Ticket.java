package org.postroom.outbound.waiting;

import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;

/**
 * Names a waiting reply.
 *
 * @param organisationId the organisation
 * @param interactionId the interaction it answers; replies to the same one keep their order
 * @param replyId the reply
 */
public record Ticket(OrganisationId organisationId, InteractionId interactionId, ReplyId replyId) {}
