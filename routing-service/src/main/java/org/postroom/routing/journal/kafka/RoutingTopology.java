package org.postroom.routing.journal.kafka;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.Stores;
import org.postroom.routing.decision.Terms;
import org.postroom.schemas.catalogue.Topics;

/**
 * Two steps with the journal between them:
 *
 * <pre>
 *   domain-events ────┐
 *   email-events ─────┤
 *   configuration ────┼─▶ merge ─▶ routing-journal ─▶ decide ─▶ interaction-events
 *   routing-commands ─┤                  ▲              │ ╲────▶ agent-events
 *   reply-events ─────┘                  └────ticks─────┘
 * </pre>
 *
 * What neither step can deal with goes to the dead letters of its topic; a mail or a command also ends in an event.
 */
final class RoutingTopology {

    static final String STATE_STORE = "routing-state";
    static final String JOURNAL_SINK = "journal";
    static final String TICK_SINK = "ticks";
    static final String INTERACTION_SINK = "interaction-events";
    static final String AGENT_SINK = "agent-events";
    static final String MERGE_INTERACTION_SINK = "merge-interaction-events";
    static final String MERGE_DEAD_LETTERS = "merge-dead-letters";
    static final String DECIDE_DEAD_LETTERS = "decide-dead-letters";

    private static final String MERGE = "merge";
    private static final String DECIDE = "decide";

    private final Serde<Object> events;
    private final Terms terms;
    private final Duration timerInterval;
    private final DeadLetterCount count;

    /**
     * @param events reads and writes events
     * @param terms what the journal is to be decided upon by from now on
     * @param timerInterval how often it is looked whether a timer is due
     * @param count counts what is put aside
     */
    RoutingTopology(Serde<Object> events, Terms terms, Duration timerInterval, DeadLetterCount count) {
        this.events = events;
        this.terms = terms;
        this.timerInterval = timerInterval;
        this.count = count;
    }

    /** Builds the topology. */
    Topology build() {
        var topology = new Topology();
        addMerge(topology);
        addDecide(topology);
        return topology;
    }

    private void addMerge(Topology topology) {
        topology.addSource(
                "merged",
                new StringDeserializer(),
                new ByteArrayDeserializer(),
                Topics.DOMAIN_EVENTS.name(),
                Topics.EMAIL_EVENTS.name(),
                Topics.CONFIGURATION.name(),
                Topics.ROUTING_COMMANDS.name(),
                Topics.REPLY_EVENTS.name());
        topology.addProcessor(
                MERGE, () -> new MergeProcessor(events.deserializer(), events.serializer(), count), "merged");
        topology.addSink(JOURNAL_SINK, Topics.ROUTING_JOURNAL.name(), new StringSerializer(), bytes(), MERGE);
        topology.addSink(
                MERGE_INTERACTION_SINK,
                Topics.INTERACTION_EVENTS.name(),
                new StringSerializer(),
                events.serializer(),
                MERGE);
        topology.addSink(MERGE_DEAD_LETTERS, DeadLetters::topicOf, new StringSerializer(), bytes(), MERGE);
    }

    private void addDecide(Topology topology) {
        topology.addSource(
                "journalled", new StringDeserializer(), new ByteArrayDeserializer(), Topics.ROUTING_JOURNAL.name());
        topology.addProcessor(
                DECIDE, () -> new DecideProcessor(events.deserializer(), terms, timerInterval, count), "journalled");
        topology.addStateStore(
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(STATE_STORE), Serdes.String(), Serdes.ByteArray())
                        .withLoggingEnabled(Map.of())
                        .withCachingDisabled(),
                DECIDE);
        var writer = events.serializer();
        topology.addSink(
                /* name= */ INTERACTION_SINK, Topics.INTERACTION_EVENTS.name(), new StringSerializer(), writer, DECIDE);
        topology.addSink(/* name= */ AGENT_SINK, Topics.AGENT_EVENTS.name(), new StringSerializer(), writer, DECIDE);
        topology.addSink(/* name= */ TICK_SINK, Topics.ROUTING_JOURNAL.name(), new StringSerializer(), writer, DECIDE);
        topology.addSink(DECIDE_DEAD_LETTERS, DeadLetters::topicOf, new StringSerializer(), bytes(), DECIDE);
    }

    /** Writes bytes as they are. */
    private static Serializer<Object> bytes() {
        var plain = new ByteArraySerializer();
        return (topic, value) -> plain.serialize(topic, (byte[]) value);
    }
}
