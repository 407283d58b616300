package org.postroom.routing.journal.kafka;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.interaction.ConversationsMerged;
import org.postroom.events.interaction.ConversationsParted;
import org.postroom.events.interaction.EmailMoved;
import org.postroom.routing.decision.RoutingEvent;
import org.postroom.routing.id.Id;

/** Writes what agents corrected in which mails are one conversation. */
final class ConversationEvents {

    private ConversationEvents() {}

    static SpecificRecord write(RoutingEvent.ConversationsMerged merged, String organisationId, Instant at) {
        return new ConversationsMerged(
                organisationId,
                merged.commandId().value(),
                merged.agentId().value(),
                merged.conversationId().value(),
                merged.into().value(),
                values(merged.open()),
                at);
    }

    static SpecificRecord write(RoutingEvent.ConversationsParted parted, String organisationId, Instant at) {
        return new ConversationsParted(
                organisationId,
                parted.commandId().value(),
                parted.agentId().value(),
                parted.conversationId().value(),
                parted.from().value(),
                values(parted.open()),
                at);
    }

    static SpecificRecord write(RoutingEvent.EmailMoved moved, String organisationId, Instant at) {
        return new EmailMoved(
                organisationId,
                moved.commandId().value(),
                moved.agentId().value(),
                moved.emailId().value(),
                moved.from().value(),
                moved.conversationId().value(),
                EventWriter.text(moved.placed()),
                values(moved.open()),
                at);
    }

    private static List<String> values(List<? extends Id> ids) {
        return ids.stream().map(Id::value).toList();
    }
}
