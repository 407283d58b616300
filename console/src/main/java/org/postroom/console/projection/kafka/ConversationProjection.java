package org.postroom.console.projection.kafka;

import java.util.ArrayList;
import java.util.List;
import org.postroom.console.live.Signal;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.Row;
import org.postroom.console.projection.RowChange;
import org.postroom.events.interaction.ConversationsMerged;
import org.postroom.events.interaction.ConversationsParted;
import org.postroom.events.interaction.EmailMoved;

/** What it means for the pages that agents correct which mails are one conversation. */
final class ConversationProjection {

    private ConversationProjection() {}

    static Projected merged(ConversationsMerged merged) {
        String organisation = merged.getOrganisationId();
        return new Projected(
                List.of(Row.of("conversation_merge", organisation)
                        .keyed("conversation_id", merged.getConversationId())
                        .with("into_conversation_id", merged.getIntoConversationId())
                        .put()),
                signals(organisation, merged.getOpenInteractionIds()));
    }

    static Projected parted(ConversationsParted parted) {
        String organisation = parted.getOrganisationId();
        return new Projected(
                List.of(Row.of("conversation_merge", organisation)
                        .keyed("conversation_id", parted.getConversationId())
                        .remove()),
                signals(organisation, parted.getOpenInteractionIds()));
    }

    static Projected moved(EmailMoved moved) {
        String organisation = moved.getOrganisationId();
        String interactionId = moved.getInteractionId();
        Row email = Row.of("email", organisation)
                .keyed("email_id", moved.getEmailId())
                .with("conversation_id", moved.getConversationId())
                .with("moved_from_conversation_id", moved.getFromConversationId());
        List<RowChange> rows = new ArrayList<>();
        if (interactionId == null) {
            rows.add(email.put());
        } else {
            rows.add(email.with("interaction_id", interactionId).put());
            rows.add(Row.of("interaction", organisation)
                    .keyed("interaction_id", interactionId)
                    .with("conversation_id", moved.getConversationId())
                    .put());
        }
        return new Projected(rows, signals(organisation, moved.getOpenInteractionIds()));
    }

    private static List<Signal> signals(String organisationId, List<String> interactionIds) {
        return interactionIds.stream()
                .map(interactionId -> Signal.interaction(organisationId, interactionId))
                .toList();
    }
}
