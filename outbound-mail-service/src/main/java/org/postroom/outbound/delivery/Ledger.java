package org.postroom.outbound.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.delivery.Delivery.OutgoingReply;
import org.postroom.outbound.mail.Addressee;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;

/** What was queued, tried, and answered. It survives any crash, and is the only thing that says whether to try. */
public interface Ledger {

    /** How a reply ended, as far as it has. */
    enum End {
        /** It has not ended. */
        OPEN,
        /** Every visible recipient's server took it. */
        SENT,
        /** A visible recipient was refused for good. */
        FAILED,
        /** Nobody knows. */
        UNCERTAIN
    }

    /** True where the reply is in the ledger, in whatever state. */
    boolean knows(OrganisationId organisationId, ReplyId replyId);

    /** Adds a reply: each group of recipients that share a domain is due at once. */
    void add(OutgoingReply reply, List<Addressee> recipients);

    /** Notes a reply that will not be tried at all, so that a repeat does not try it either. */
    void addRefused(OrganisationId organisationId, ReplyId replyId, InteractionId interactionId, Instant at);

    /** The open replies that nobody attempts and that were queued before a time. */
    List<OutgoingReply> queuedBefore(Instant time);

    /** The open replies that leave in the name of a domain. */
    List<OutgoingReply> ofDomain(OrganisationId organisationId, DomainId domainId);

    /** Refuses every recipient of a reply that has no answer yet and is not being asked for; in the present transaction. */
    void refuse(OutgoingReply reply, String enhancedStatus, String reason);

    /** Forgets everything of an organisation. */
    void removeOrganisation(OrganisationId organisationId);

    /** Records that the mail is about to be handed over. */
    void handOver(Delivery delivery);

    /** Locks a reply until the present transaction ends and says how it ended so far. */
    End lock(OrganisationId organisationId, ReplyId replyId);

    /** Records what an attempt brought, in the present transaction. */
    void record(Delivery delivery, DeliveryState state, Map<EmailAddress, Outcome> outcomes);

    /** All recipients of a reply, in their order. */
    List<RecipientState> recipients(OrganisationId organisationId, ReplyId replyId);

    /** Records how a reply ended, in the present transaction. */
    void end(OrganisationId organisationId, ReplyId replyId, End end);

    /** The attempts whose sender has not been heard of for longer than the lease, each with its state. */
    List<Abandoned> abandoned(Duration lease);

    /**
     * An attempt that its sender will not end.
     *
     * @param delivery the delivery
     * @param handedOver true where the mail was handed over, or about to be
     */
    record Abandoned(Delivery delivery, boolean handedOver) {}
}
