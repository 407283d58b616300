package org.postroom.routing.journal.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.decision.EntityKind;
import org.postroom.routing.decision.LaterDecisionVersionException;
import org.postroom.routing.decision.OrganisationRouting;
import org.postroom.routing.decision.StateChange;
import org.postroom.routing.decision.Terms;

/**
 * Decides upon records of the journal again, as the service did, and writes nothing: the same code makes of the same records what
 * stands in the log. Not safe for use by several threads.
 */
public final class JournalReplay {

    private final Deserializer<Object> deserializer;
    private final Predicate<String> wanted;
    private final Map<String, Replayed> organisations = new HashMap<>();

    private record Entity(EntityKind kind, String id) {}

    /** An organisation, and what is stored of it: after a decision that breaks off it goes on from there. */
    private static final class Replayed {
        private final Map<Entity, StateChange> stored = new LinkedHashMap<>();
        private OrganisationRouting routing = OrganisationRouting.empty(Terms.FIRST.policy());

        void store(List<StateChange> changes) {
            for (var change : changes) {
                var entity = new Entity(change.kind(), change.id());
                if (change.entity() == null) {
                    stored.remove(entity);
                } else {
                    stored.put(entity, change);
                }
            }
        }

        void restore() {
            routing = OrganisationRouting.restore(Terms.FIRST.policy(), stored.values());
        }
    }

    /**
     * Makes a replay from the beginning.
     *
     * @param deserializer reads the records
     * @param wanted the organisations that are decided upon
     */
    public JournalReplay(Deserializer<Object> deserializer, Predicate<String> wanted) {
        this.deserializer = deserializer;
        this.wanted = wanted;
    }

    /**
     * Decides upon the next record of its partition.
     *
     * @return what follows from it; nothing where its organisation is not wanted
     * @throws LaterDecisionVersionException where a later release decided upon it
     * @throws KafkaException where the registry is away
     */
    public List<Consequence> decide(ConsumerRecord<String, byte[]> entry) {
        if (entry.key() == null || entry.value() == null || !wanted.test(entry.key())) {
            return List.of();
        }
        var place = new Consequence.Place(entry.topic(), entry.partition(), entry.offset());
        var at = Instant.ofEpochMilli(entry.timestamp());
        @Nullable Object event = null;
        try {
            event = deserializer.deserialize(entry.topic(), entry.value());
            return decide(entry.key(), event, at, place);
        } catch (LaterDecisionVersionException notOurs) {
            throw notOurs;
        } catch (RuntimeException broken) {
            if (broken instanceof KafkaException && !(broken instanceof SerializationException)) {
                throw broken;
            }
            return UndecidedEnd.of(event, at)
                    .map(end -> List.of(Consequence.undecided(end, place)))
                    .orElse(List.of());
        }
    }

    private List<Consequence> decide(String organisationId, Object event, Instant at, Consequence.Place place) {
        var organisation = organisations.computeIfAbsent(organisationId, _ -> new Replayed());
        try {
            var decision = organisation.routing.decide(InputReader.read(event), at);
            List<Consequence> all = new ArrayList<>(decision.events().size());
            for (var decided : decision.events()) {
                all.add(Consequence.decided(decided, organisationId, at, place, all.size()));
            }
            organisation.store(decision.changes());
            return all;
        } catch (RuntimeException broken) {
            organisation.restore();
            throw broken;
        }
    }

    /** The organisations that something was decided of. */
    public Set<String> organisations() {
        return Set.copyOf(organisations.keySet());
    }

    /** What is known of an organisation at this place of the journal. */
    public List<StateChange> state(String organisationId) {
        var organisation = organisations.get(organisationId);
        return organisation == null ? List.of() : List.copyOf(organisation.stored.values());
    }

    /** Goes on with what was known of an organisation at some place of the journal. */
    public void begin(String organisationId, List<StateChange> state) {
        var organisation = new Replayed();
        organisation.store(state);
        organisation.restore();
        organisations.put(organisationId, organisation);
    }
}
