package org.postroom.outbound.delivery;

import java.time.Instant;
import java.util.List;

/** The replies that a rule keeps back: a domain, a server or an organisation that may not send. */
@FunctionalInterface
public interface HeldReplies {

    /** Those of an organisation, the oldest first. */
    List<HeldReply> of(String organisationId);

    /**
     * A reply that is kept back.
     *
     * @param replyId the reply
     * @param interactionId the interaction it answers
     * @param reason why, in the form "expected …, but …"
     * @param heldSince since when it waits
     * @param nextTurnAt when it is asked again at the latest
     */
    record HeldReply(String replyId, String interactionId, String reason, Instant heldSince, Instant nextTurnAt) {}
}
