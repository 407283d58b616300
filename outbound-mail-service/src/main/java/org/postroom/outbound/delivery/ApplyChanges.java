package org.postroom.outbound.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.postroom.outbound.delivery.Delivery.OutgoingReply;
import org.postroom.outbound.mail.Addressee;
import org.postroom.outbound.signing.SendingChanges;
import org.postroom.outbound.waiting.Waiting;
import org.postroom.outbound.waiting.WaitingRoom;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.OrganisationId;

/** Lets what waits go on, or end, when it changes who may send. */
public final class ApplyChanges implements SendingChanges {

    private static final String NOT_AUTHORISED = "5.7.1";

    private final WaitingRoom<ComposedReply> room;
    private final DueDeliveries due;
    private final Ledger ledger;
    private final Settlement settlement;
    private final DeliveryPublisher publisher;
    private final Clock clock;

    /** Takes what waits and what ends it. */
    public ApplyChanges(
            WaitingRoom<ComposedReply> room,
            DueDeliveries due,
            Ledger ledger,
            Settlement settlement,
            DeliveryPublisher publisher,
            Clock clock) {
        this.room = room;
        this.due = due;
        this.ledger = ledger;
        this.settlement = settlement;
        this.publisher = publisher;
        this.clock = clock;
    }

    @Override
    public void changed(OrganisationId organisationId) {
        Instant now = clock.instant();
        room.wake(organisationId, now);
        due.wake(organisationId, now);
    }

    /** Replies that are signed fail here; those that wait for it do so at their next turn, since the domain is none now. */
    @Override
    public void domainRemoved(OrganisationId organisationId, DomainId domainId, String domainName) {
        String reason = "expected a domain of the organisation, but " + domainName + " was removed";
        for (OutgoingReply reply : ledger.ofDomain(organisationId, domainId)) {
            settlement.giveUp(reply, NOT_AUTHORISED, reason, clock.instant());
        }
    }

    @Override
    public void organisationRemoved(OrganisationId organisationId) {
        Instant now = clock.instant();
        for (Waiting<ComposedReply> waiting : room.of(organisationId)) {
            var reply = waiting.reply();
            List<String> visible = reply.recipients().stream()
                    .filter(Addressee::visible)
                    .map(recipient -> recipient.mailbox().address().value())
                    .toList();
            publisher.failed(
                    organisationId,
                    reply.replyId(),
                    reply.interactionId(),
                    new Verdict.Failed(visible, NOT_AUTHORISED, "expected an organisation, but it was removed"),
                    now);
            room.remove(waiting.ticket());
        }
        ledger.removeOrganisation(organisationId);
    }
}
