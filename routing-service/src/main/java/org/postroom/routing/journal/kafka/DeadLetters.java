package org.postroom.routing.journal.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a record that nobody can decide upon aside, unchanged, so that it neither blocks its partition nor vanishes: it
 * goes to the dead-letter topic of the topic it came from, with the reason in a header.
 */
final class DeadLetters {

    static final String REASON = "postroom-reason";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    private final ProcessorContext<String, Object> context;
    private final String sink;
    private final DeadLetterCount count;

    DeadLetters(ProcessorContext<String, Object> context, String sink, DeadLetterCount count) {
        this.context = context;
        this.sink = sink;
        this.count = count;
    }

    /** The dead-letter topic of the topic that a record came from. */
    static String topicOf(String key, Object value, RecordContext origin) {
        return origin.topic() + ".dead-letters";
    }

    void add(Record<String, byte[]> unreadable, RuntimeException reason) {
        var origin = context.recordMetadata().orElseThrow();
        LOG.atError()
                .addKeyValue("topic", origin.topic())
                .addKeyValue("partition", origin.partition())
                .addKeyValue("offset", origin.offset())
                .setCause(reason)
                .log("Put a record aside that could not be decided upon");
        count.add(origin.topic());
        var headers = new RecordHeaders(unreadable.headers());
        headers.remove(REASON).add(REASON, String.valueOf(reason.getMessage()).getBytes(StandardCharsets.UTF_8));
        context.forward(unreadable.<Object>withValue(unreadable.value()).withHeaders(headers), sink);
    }
}
