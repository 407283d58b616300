package org.postroom.outbound.reply;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;

/** The replies that were asked for, and how far each has come. */
public interface Replies {

    /** The reply that was asked for with this idempotency key by this agent; empty where there is none. */
    Optional<RequestedReply> byIdempotencyKey(OrganisationId organisationId, AgentId agentId, String idempotencyKey);

    /**
     * Remembers a reply; one that is known already stays as it is.
     *
     * @param idempotencyKey what the client will repeat when it repeats the request; null where it named none
     */
    void add(RequestedReply reply, @Nullable String idempotencyKey);

    /**
     * Notes how far a reply has come; older news than is known changes nothing. What came back stays so, whatever the other
     * recipients' servers say later; the recipients whom it did not reach become more with each news of it.
     */
    void note(OrganisationId organisationId, ReplyId replyId, ReplyProgress progress);

    /** The replies of an interaction, oldest first. */
    List<ReplyStatus> ofInteraction(
            OrganisationId organisationId, InteractionId interactionId, @Nullable String after, int limit);
}
