package org.postroom.outbound.waiting;

/**
 * Names a waiting reply.
 *
 * @param organisationId the organisation
 * @param interactionId the interaction it answers; replies to the same one keep their order
 * @param replyId the reply
 */
public record Ticket(String organisationId, String interactionId, String replyId) {}
