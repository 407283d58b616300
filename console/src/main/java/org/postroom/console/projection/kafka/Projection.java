package org.postroom.console.projection.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.console.projection.LogPosition;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.ReadModel;
import org.postroom.console.projection.RowChange;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.schemas.catalogue.Topics;

/**
 * What a read model makes of each event. <b>Whoever changes what becomes of an event, or the tables in {@code db/read-models},
 * gives the read model its next version</b>: it is then made anew from the whole log, beside the one that serves.
 */
@SuppressWarnings("ImmutableEnumChecker") // its lists and sets are copies that nobody can change
enum Projection {
    /** The names of all that was set up, and whether organisations are suspended or gone. */
    DIRECTORY(new ReadModel("directory", 1, List.of("postroom.domain-events", "postroom.configuration")), Set.of()) {
        @Override
        Projected of(LogPosition position, SpecificRecord event) {
            return isAbout(event, "domain") ? DomainProjection.of(event) : ConfigurationProjection.of(event);
        }

        @Override
        Projected ofRemoval(String key) {
            return ConfigurationProjection.removed(key);
        }
    },
    /** What agents and supervisors work with: interactions, conversations, mails, replies, who is there. */
    DESK(
            new ReadModel(
                    "desk",
                    3,
                    List.of(
                            "postroom.domain-events",
                            "postroom.email-events",
                            "postroom.interaction-events",
                            "postroom.agent-events",
                            "postroom.reply-events")),
            deskEvents()) {
        @Override
        Projected of(LogPosition position, SpecificRecord event) {
            return switch (event.getSchema().getNamespace()) {
                case EVENTS + "email" -> EmailProjection.of(event);
                case EVENTS + "interaction" -> InteractionProjection.of(event);
                case EVENTS + "agent" -> AgentProjection.of(event);
                case EVENTS + "reply" -> ReplyProjection.of(event);
                default -> new Projected(removal(event).toList(), List.of());
            };
        }
    },
    /** Every event with its place in the log. */
    TIMELINE(
            new ReadModel(
                    "timeline",
                    1,
                    Stream.of(DIRECTORY, DESK)
                            .flatMap(other -> other.model().topics().stream())
                            .distinct()
                            .toList()),
            Set.of()) {
        @Override
        Projected of(LogPosition position, SpecificRecord event) {
            List<RowChange> changes = new ArrayList<>();
            changes.add(TimelineProjection.of(position, event));
            removal(event).forEach(changes::add);
            return new Projected(changes, List.of());
        }
    };

    private static final String EVENTS = "org.postroom.events.";

    private final ReadModel model;
    private final Set<String> types;

    Projection(ReadModel model, Set<String> types) {
        this.model = model;
        this.types = types;
    }

    /** The read model. */
    ReadModel model() {
        return model;
    }

    /** The types of events that it is made from, as in the events' headers; empty where it is made from all. */
    Set<String> types() {
        return types;
    }

    /** What an event changes, and whom it concerns. */
    abstract Projected of(LogPosition position, SpecificRecord event);

    /** What it means that an entry of the configuration is gone, whose only content is the record's key. */
    Projected ofRemoval(String key) {
        return Projected.nothing();
    }

    private static boolean isAbout(SpecificRecord event, String subject) {
        return event.getSchema().getNamespace().equals(EVENTS + subject);
    }

    private static Set<String> deskEvents() {
        Stream<String> own = Stream.of(
                        Topics.EMAIL_EVENTS, Topics.INTERACTION_EVENTS, Topics.AGENT_EVENTS, Topics.REPLY_EVENTS)
                .flatMap(topic -> topic.records().stream())
                .map(record -> record.type().getName());
        return Stream.concat(Stream.of(OrganisationRemoved.class.getName()), own)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<RowChange> removal(SpecificRecord event) {
        return event instanceof OrganisationRemoved removed
                ? Stream.of(new RowChange.Forget(removed.getOrganisationId()))
                : Stream.empty();
    }
}
