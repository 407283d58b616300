package org.postroom.outbound.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;

/** The replies that a rule keeps back: a domain, a server or an organisation that may not send. */
@FunctionalInterface
public interface HeldReplies {

    /**
     * Those of an organisation, the oldest first.
     *
     * @param behind only those behind this one; null from the beginning
     * @param limit how many at most
     */
    List<HeldReply> of(OrganisationId organisationId, @Nullable Place behind, int limit);

    /**
     * A place in the list, which stays one when the reply that stood there has left.
     *
     * @param heldSince since when the reply there waits
     * @param replyId the reply
     */
    record Place(Instant heldSince, ReplyId replyId) {}

    /**
     * A reply that is kept back.
     *
     * @param replyId the reply
     * @param interactionId the interaction it answers
     * @param reason why, in the form "expected …, but …"
     * @param heldSince since when it waits
     * @param nextTurnAt when it is asked again at the latest
     */
    record HeldReply(
            ReplyId replyId, InteractionId interactionId, String reason, Instant heldSince, Instant nextTurnAt) {}
}
