package org.postroom.console.projection.kafka;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.console.projection.LogPosition;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.RowChange;

/** Says what an event means for the pages: its place in the story of an interaction, and the rows it changes. */
final class EventProjection {

    private EventProjection() {}

    static Projected of(LogPosition position, SpecificRecord event) {
        Projected meaning = switch (event.getSchema().getNamespace()) {
            case "org.postroom.events.domain" -> DomainProjection.of(event);
            case "org.postroom.events.configuration" -> ConfigurationProjection.of(event);
            case "org.postroom.events.email" -> EmailProjection.of(event);
            case "org.postroom.events.interaction" -> InteractionProjection.of(event);
            case "org.postroom.events.agent" -> AgentProjection.of(event);
            case "org.postroom.events.reply" -> ReplyProjection.of(event);
            default -> Projected.nothing();
        };
        List<RowChange> changes = new ArrayList<>();
        changes.add(TimelineProjection.of(position, event));
        changes.addAll(meaning.changes());
        return new Projected(changes, meaning.signals());
    }
}
