package org.postroom.outbound.delivery;

import java.time.Instant;
import java.util.List;
import org.postroom.outbound.delivery.Delivery.OutgoingReply;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;

/** Tells the world how a reply fares, once the present transaction has committed. */
public interface DeliveryPublisher {

    /** Every visible recipient's server took it. */
    void sent(OutgoingReply reply, Verdict.Sent sent, Instant at);

    /** It will be tried again. */
    void deferred(OutgoingReply reply, DeliveryState.Deferred deferred, Instant at);

    /** A rule keeps it back before its first attempt. */
    void held(
            OrganisationId organisationId,
            ReplyId replyId,
            InteractionId interactionId,
            String reason,
            Instant nextTurn,
            Instant at);

    /** It will not be sent. */
    void failed(
            OrganisationId organisationId,
            ReplyId replyId,
            InteractionId interactionId,
            Verdict.Failed failed,
            Instant at);

    /** Nobody knows whether it arrived. */
    void uncertain(OutgoingReply reply, List<String> recipients, Instant at);
}
