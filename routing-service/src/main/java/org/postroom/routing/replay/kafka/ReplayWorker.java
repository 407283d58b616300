package org.postroom.routing.replay.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.LongAdder;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.postroom.routing.journal.kafka.JournalReplay;
import org.postroom.routing.replay.Comparison;
import org.postroom.routing.replay.Findings;
import org.postroom.runtime.kafka.EventHeaders;

/** Replays some partitions of the journal, on one thread. */
final class ReplayWorker implements Callable<Findings> {

    private static final Duration POLL = Duration.ofMillis(200);

    /** So many events wait for their partner before the other side is read on. */
    private static final int MOST_ALONE = 20_000;

    private final Connections connections;
    private final Extent extent;
    private final Selection selection;
    private final JournalReplay replay;
    private final LongAdder done;
    private final EventForm form;
    private final Comparison comparison = new Comparison();
    private final Map<String, Integer> partitions = new HashMap<>();

    /**
     * @param replay what is known where the extent begins
     * @param done counts the records of the journal that were decided upon
     */
    ReplayWorker(Connections connections, Extent extent, Selection selection, JournalReplay replay, LongAdder done) {
        this.connections = connections;
        this.extent = extent;
        this.selection = selection;
        this.replay = replay;
        this.done = done;
        this.form = new EventForm(connections.genericDeserializer());
    }

    /** What is known at its end. */
    JournalReplay replay() {
        return replay;
    }

    /** The first event of each partition that does not follow from what was decided upon. */
    Map<TopicPartition, Long> eventsReached() {
        Map<TopicPartition, Long> reached = new HashMap<>();
        extent.events().forEach((partition, span) -> reached.put(partition, span.to()));
        comparison.loggedAlone().forEach(event -> {
            if (event instanceof LoggedEvent logged) {
                reached.merge(logged.partition(), logged.offset(), Math::min);
            }
        });
        return reached;
    }

    /** In which partition each organisation stands. */
    Map<String, Integer> partitions() {
        return partitions;
    }

    @Override
    public Findings call() {
        try (var journal = connections.consumer(extent.journal());
                var events = connections.consumer(extent.events())) {
            boolean decides = isBeforeEnd(journal, extent.journal());
            boolean reads = isBeforeEnd(events, extent.events());
            while (decides || reads) {
                if (decides
                        && (!reads
                                || mayGoOn(
                                        comparison.replayedAlone(),
                                        comparison.loggedAlone().size()))) {
                    decide(journal.poll(POLL));
                    decides = isBeforeEnd(journal, extent.journal());
                }
                if (reads && (!decides || mayGoOn(comparison.loggedAlone().size(), comparison.replayedAlone()))) {
                    compare(events.poll(POLL));
                    reads = isBeforeEnd(events, extent.events());
                }
            }
        }
        return comparison.end();
    }

    private static boolean mayGoOn(int alone, int others) {
        return alone <= MOST_ALONE || others > MOST_ALONE;
    }

    private static boolean isBeforeEnd(Consumer<?, ?> consumer, Map<TopicPartition, Extent.Span> spans) {
        boolean before = false;
        for (var span : spans.entrySet()) {
            boolean ended = consumer.position(span.getKey()) >= span.getValue().to();
            if (ended && !consumer.paused().contains(span.getKey())) {
                consumer.pause(Set.of(span.getKey()));
            }
            before |= !ended;
        }
        return before;
    }

    private void decide(ConsumerRecords<String, byte[]> entries) {
        for (var entry : entries) {
            if (extent.has(entry)) {
                decide(entry);
                done.increment();
            }
        }
    }

    private void decide(ConsumerRecord<String, byte[]> entry) {
        var at = Instant.ofEpochMilli(entry.timestamp());
        partitions.putIfAbsent(entry.key(), entry.partition());
        for (var consequence : replay.decide(entry)) {
            if (selection.isWithin(at) && selection.isAbout(consequence.event())) {
                var place = entry.topic() + " " + entry.partition() + " at " + entry.offset();
                comparison.replayed(consequence.id(), new ReplayedEvent(consequence.event(), at, place, form));
            }
        }
    }

    private void compare(ConsumerRecords<String, byte[]> events) {
        for (var event : events) {
            var at = Instant.ofEpochMilli(event.timestamp());
            if (extent.has(event) && selection.isOf(event.key()) && selection.isWithin(at) && isAskedFor(event)) {
                EventHeaders.id(event.headers()).ifPresent(id -> comparison.logged(id, logged(event, at)));
            }
        }
    }

    private boolean isAskedFor(ConsumerRecord<String, byte[]> event) {
        return !selection.asksForOneInteraction() || selection.isAbout(form.read(event.topic(), event.value()));
    }

    private LoggedEvent logged(ConsumerRecord<String, byte[]> event, Instant at) {
        return new LoggedEvent(event, at, extent.mayFollowFromLater(event), form);
    }
}
