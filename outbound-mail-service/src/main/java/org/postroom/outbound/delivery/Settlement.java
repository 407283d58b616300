package org.postroom.outbound.delivery;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.delivery.Delivery.OutgoingReply;
import org.postroom.outbound.delivery.Ledger.End;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;

/** Records what an attempt brought and tells the world what that means for the reply, in one transaction. */
public final class Settlement {

    private static final String TIME_RAN_OUT = "5.4.7";

    private final Ledger ledger;
    private final DeliveryPublisher publisher;
    private final RetrySchedule schedule;
    private final Atomically atomically;

    /** Takes what settling works with. */
    public Settlement(Ledger ledger, DeliveryPublisher publisher, RetrySchedule schedule, Atomically atomically) {
        this.ledger = ledger;
        this.publisher = publisher;
        this.schedule = schedule;
        this.atomically = atomically;
    }

    /** An attempt ended. */
    public void settle(Delivery delivery, Map<EmailAddress, Outcome> outcomes, Instant now) {
        Optional<Instant> next = schedule.next(delivery.reply().queuedAt(), delivery.attempt(), now);
        Map<EmailAddress, Outcome> settled = next.isPresent() ? outcomes : withoutDeferrals(outcomes);
        DeliveryState state = new DeliveryState.Attempting(delivery.attempt()).conclude(settled.values(), next);
        settle(delivery, state, settled, now);
    }

    /** An attempt's sender stopped before it could end it. */
    public void abandoned(Ledger.Abandoned abandoned, Instant now) {
        Delivery delivery = abandoned.delivery();
        if (abandoned.handedOver()) {
            Map<EmailAddress, Outcome> unknown = new LinkedHashMap<>();
            delivery.recipients().forEach(recipient -> unknown.put(recipient, new Outcome.Unknown(delivery.route())));
            settle(delivery, new DeliveryState.HandingOver(delivery.attempt()).abandoned(), unknown, now);
        } else {
            settle(delivery, new DeliveryState.Attempting(delivery.attempt()).abandoned(now), Map.of(), now);
        }
    }

    /** Gives a reply up that has not ended: whoever has no answer yet will get no mail. */
    public void giveUp(OutgoingReply reply, String enhancedStatus, String reason, Instant now) {
        atomically.run(() -> {
            End before = ledger.lock(reply.organisationId(), reply.replyId());
            ledger.refuse(reply, enhancedStatus, reason);
            announce(reply, before, now);
        });
    }

    private void settle(Delivery delivery, DeliveryState state, Map<EmailAddress, Outcome> outcomes, Instant now) {
        atomically.run(() -> {
            var reply = delivery.reply();
            End before = ledger.lock(reply.organisationId(), reply.replyId());
            ledger.record(delivery, state, outcomes);
            if (state instanceof DeliveryState.Deferred deferred && before == End.OPEN) {
                publisher.deferred(reply, deferred, now);
            }
            announce(reply, before, now);
        });
    }

    private void announce(OutgoingReply reply, End before, Instant now) {
        OrganisationId organisationId = reply.organisationId();
        ReplyId replyId = reply.replyId();
        switch (Verdict.of(ledger.recipients(organisationId, replyId))) {
            case Verdict.Sent sent
            when before == End.OPEN -> {
                ledger.end(organisationId, replyId, End.SENT);
                publisher.sent(reply, sent, now);
            }
            case Verdict.Failed failed
            when before == End.OPEN || before == End.UNCERTAIN -> {
                ledger.end(organisationId, replyId, End.FAILED);
                publisher.failed(organisationId, replyId, reply.interactionId(), failed, now);
            }
            case Verdict.Uncertain uncertain
            when before == End.OPEN -> {
                ledger.end(organisationId, replyId, End.UNCERTAIN);
                publisher.uncertain(reply, uncertain.recipients(), now);
            }
            case Verdict.Open _, Verdict.Sent _, Verdict.Failed _, Verdict.Uncertain _ -> {
                // nothing new to tell
            }
        }
    }

    private static Map<EmailAddress, Outcome> withoutDeferrals(Map<EmailAddress, Outcome> outcomes) {
        Map<EmailAddress, Outcome> settled = new LinkedHashMap<>();
        outcomes.forEach((recipient, outcome) -> settled.put(
                recipient,
                outcome instanceof Outcome.Deferred(String reason)
                        ? new Outcome.Refused(TIME_RAN_OUT, "the time to try has run out; the last reason: " + reason)
                        : outcome));
        return settled;
    }
}
