package org.postroom.routing.journal.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.postroom.events.routing.RoutingTermsChanged;
import org.postroom.events.routing.TimerElapsed;
import org.postroom.routing.decision.LaterDecisionVersionException;
import org.postroom.routing.decision.RoutingEvent;
import org.postroom.routing.decision.RoutingInput;
import org.postroom.routing.decision.Terms;
import org.postroom.routing.journal.kafka.stored.StoredForm;
import org.postroom.schemas.catalogue.Topics;

/**
 * Decides upon the journal, one record after the other. The moment of a decision is the record's time, which the broker
 * set when it appended it. The wall clock is only asked whether a timer may be due; what then happens is decided when
 * the tick comes back through the journal.
 */
final class DecideProcessor implements Processor<String, byte[], String, Object> {

    private static final Duration TICK_AGAIN_AFTER = Duration.ofSeconds(1);

    private final Deserializer<Object> deserializer;
    private final Terms wanted;
    private final Duration timerInterval;
    private final DeadLetterCount count;
    private final Set<String> termsOnTheirWay = new HashSet<>();
    private final Map<String, Instant> ticked = new HashMap<>();
    private @Nullable Task task;

    /** What belongs to the partition that is worked on. */
    private record Task(
            ProcessorContext<String, Object> context, Organisations organisations, DeadLetters deadLetters) {}

    private record Written(Record<String, Object> event, String sink) {}

    /** @param wanted what the journal is to be decided upon by from now on */
    DecideProcessor(Deserializer<Object> deserializer, Terms wanted, Duration timerInterval, DeadLetterCount count) {
        this.deserializer = deserializer;
        this.wanted = wanted;
        this.timerInterval = timerInterval;
        this.count = count;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        var organisations = new Organisations(context.getStateStore(RoutingTopology.STATE_STORE), new StoredForm());
        organisations.restoreAll();
        task = new Task(
                context,
                organisations,
                new DeadLetters(context, RoutingTopology.DECIDE_DEAD_LETTERS, RoutingTopology.INTERACTION_SINK, count));
        context.schedule(timerInterval, PunctuationType.WALL_CLOCK_TIME, this::tick);
    }

    @Override
    public void process(Record<String, byte[]> entry) {
        @Nullable Object event = null;
        try {
            event = event(entry);
            decide(entry, InputReader.read(event));
            nameTerms(entry);
        } catch (LaterDecisionVersionException notOurs) {
            throw notOurs;
        } catch (RuntimeException broken) {
            task().deadLetters().add(entry, broken, event);
        }
    }

    private Object event(Record<String, byte[]> entry) {
        var topic = task().context().recordMetadata().orElseThrow().topic();
        var event = entry.value() == null ? null : deserializer.deserialize(topic, entry.value());
        if (entry.key() == null || event == null) {
            throw new IllegalArgumentException("expected a journal record with key and value, but one is missing");
        }
        return event;
    }

    /** A decision that breaks off is our bug: nothing of it is kept, and the organisation continues as it was. */
    private void decide(Record<String, byte[]> entry, RoutingInput input) {
        var at = Instant.ofEpochMilli(entry.timestamp());
        var organisations = task().organisations();
        List<Written> written;
        try {
            var decision = organisations.get(entry.key()).decide(input, at);
            written = write(entry, decision.events(), at);
            organisations.store(entry.key(), decision.changes());
        } catch (RuntimeException broken) {
            organisations.reset(entry.key());
            throw broken;
        }
        written.forEach(each -> task().context().forward(each.event(), each.sink()));
    }

    /**
     * Where the settings or this release want other terms than the journal last named, writes them into the journal, once. What
     * comes before them in the journal is decided upon as it was; so is this record in a replay with other settings.
     */
    private void nameTerms(Record<String, byte[]> entry) {
        var organisationId = entry.key();
        var standing = task().organisations().get(organisationId).terms();
        if (!standing.equals(wanted) && termsOnTheirWay.add(organisationId)) {
            var at = Instant.ofEpochMilli(entry.timestamp());
            var named = new RoutingTermsChanged(
                    organisationId,
                    wanted.decisionVersion(),
                    micros(wanted.policy().threadingWindow()),
                    micros(wanted.policy().repeatWindow()),
                    at);
            var origin = task().context().recordMetadata().orElseThrow();
            var headers = JournalHeaders.of(
                    "terms-" + organisationId + '-' + origin.partition() + '-' + origin.offset(),
                    named.getSchema().getFullName(),
                    at,
                    new RecordHeaders());
            forward(organisationId, named, entry.timestamp(), headers, RoutingTopology.TICK_SINK);
        }
    }

    private static long micros(Duration duration) {
        return TimeUnit.MICROSECONDS.convert(duration);
    }

    private List<Written> write(Record<String, byte[]> entry, List<RoutingEvent> events, Instant at) {
        var origin = task().context().recordMetadata().orElseThrow();
        var cause = new Consequence.Place(origin.topic(), origin.partition(), origin.offset());
        List<Written> all = new ArrayList<>();
        for (var event : events) {
            var consequence = Consequence.decided(event, entry.key(), at, cause, all.size());
            var headers = JournalHeaders.of(consequence, at, entry.headers());
            var sink = consequence.topic().equals(Topics.AGENT_EVENTS)
                    ? RoutingTopology.AGENT_SINK
                    : RoutingTopology.INTERACTION_SINK;
            all.add(new Written(new Record<>(entry.key(), consequence.event(), entry.timestamp(), headers), sink));
        }
        return all;
    }

    private void tick(long wallClockMillis) {
        var now = Instant.ofEpochMilli(wallClockMillis);
        for (var organisationId : task().organisations().ids()) {
            var due = task().organisations().get(organisationId).nextTimerAt();
            if (due != null && !due.isAfter(now) && mayTick(organisationId, now)) {
                ticked.put(organisationId, now);
                var tick = new TimerElapsed(organisationId, now);
                var headers = JournalHeaders.of(
                        "tick-" + organisationId + '-' + due + '-' + now,
                        tick.getSchema().getFullName(),
                        now,
                        new RecordHeaders());
                forward(organisationId, tick, wallClockMillis, headers, RoutingTopology.TICK_SINK);
            }
        }
    }

    /** A tick is on its way for a moment before it is decided upon; and a broker's clock may be behind ours. */
    private boolean mayTick(String organisationId, Instant now) {
        var last = ticked.get(organisationId);
        return last == null || !last.plus(TICK_AGAIN_AFTER).isAfter(now);
    }

    private void forward(String key, Object event, long timestamp, Headers headers, String sink) {
        task().context().forward(new Record<>(key, event, timestamp, headers), sink);
    }

    private Task task() {
        if (task == null) {
            throw new IllegalStateException("expected init to be called first, but it was not");
        }
        return task;
    }
}
