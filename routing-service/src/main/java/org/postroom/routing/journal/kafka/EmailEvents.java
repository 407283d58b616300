package org.postroom.routing.journal.kafka;

import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.interaction.AlsoThreaded;
import org.postroom.events.interaction.DiscardReason;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.events.interaction.EmailKeptAside;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.KeptAsideReason;
import org.postroom.events.interaction.ThreadingRule;
import org.postroom.routing.decision.RoutingEvent;

/** Writes what became of mails. */
final class EmailEvents {

    private EmailEvents() {}

    static SpecificRecord write(RoutingEvent.EmailThreaded threaded, String organisationId, Instant at) {
        return new EmailThreaded(
                organisationId,
                threaded.emailId().value(),
                threaded.conversationId().value(),
                threaded.interactionId().value(),
                threaded.newInteraction(),
                ThreadingRule.valueOf(threaded.rule().name()),
                EventWriter.text(threaded.matched()),
                EventWriter.text(threaded.addressId()),
                threaded.also().stream()
                        .map(placed -> new AlsoThreaded(
                                placed.interactionId().value(),
                                placed.addressId().value(),
                                placed.isNew()))
                        .toList(),
                EventWriter.text(threaded.claimed()),
                at);
    }

    static SpecificRecord write(RoutingEvent.EmailKeptAside kept, String organisationId, Instant at) {
        return new EmailKeptAside(
                organisationId,
                kept.emailId().value(),
                KeptAsideReason.valueOf(kept.reason().name()),
                EventWriter.text(kept.conversationId()),
                at);
    }

    static SpecificRecord write(RoutingEvent.EmailDiscarded discarded, String organisationId, Instant at) {
        return new EmailDiscarded(
                organisationId,
                discarded.emailId().value(),
                DiscardReason.valueOf(discarded.reason().name()),
                at);
    }
}
