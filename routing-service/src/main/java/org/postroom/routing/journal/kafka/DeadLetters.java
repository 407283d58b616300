package org.postroom.routing.journal.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a record that nobody can decide upon aside, unchanged, so that it neither blocks its partition nor vanishes: it
 * goes to the dead-letter topic of the topic it came from, with the reason in a header. A mail that we answered for, or a
 * command, does not end in silence either: {@link UndecidedEnd}.
 */
final class DeadLetters {

    static final String REASON = "postroom-reason";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final ProcessorContext<String, Object> context;
    private final String sink;
    private final String events;
    private final DeadLetterCount count;

    /**
     * @param sink where the letters go
     * @param events where it is told what became of a mail or a command
     */
    DeadLetters(ProcessorContext<String, Object> context, String sink, String events, DeadLetterCount count) {
        this.context = context;
        this.sink = sink;
        this.events = events;
        this.count = count;
    }

    /** The dead-letter topic of the topic that a record came from. */
    static String topicOf(String key, Object value, RecordContext origin) {
        return origin.topic() + ".dead-letters";
    }

    /**
     * Puts a record aside.
     *
     * @param reason what went wrong; a failure of Kafka or the registry concerns no single record and is thrown again
     * @param event what the record says; null where it could not be read
     */
    void add(Record<String, byte[]> unreadable, RuntimeException reason, @Nullable Object event) {
        if (reason instanceof KafkaException && !(reason instanceof SerializationException)) {
            throw reason;
        }
        var origin = context.recordMetadata().orElseThrow();
        LOG.atError()
                .addKeyValue("topic", origin.topic())
                .addKeyValue("partition", origin.partition())
                .addKeyValue("offset", origin.offset())
                .setCause(reason)
                .log("Put a record aside that could not be decided upon");
        count.add(origin.topic());
        var headers = new RecordHeaders(unreadable.headers());
        var words = reason.getClass().getSimpleName() + ": " + reason.getMessage();
        headers.remove(REASON).add(REASON, words.getBytes(StandardCharsets.UTF_8));
        context.forward(unreadable.<Object>withValue(unreadable.value()).withHeaders(headers), sink);
        UndecidedEnd.of(event, Instant.ofEpochMilli(unreadable.timestamp()))
                .ifPresent(end -> forward(unreadable, end, origin));
    }

    private void forward(Record<String, byte[]> undecided, UndecidedEnd end, RecordMetadata origin) {
        var at = Instant.ofEpochMilli(undecided.timestamp());
        var place = new Consequence.Place(origin.topic(), origin.partition(), origin.offset());
        var consequence = Consequence.undecided(end, place);
        var headers = JournalHeaders.of(consequence, at, undecided.headers());
        context.forward(
                new Record<>(end.organisationId(), consequence.event(), undecided.timestamp(), headers), events);
    }
}
