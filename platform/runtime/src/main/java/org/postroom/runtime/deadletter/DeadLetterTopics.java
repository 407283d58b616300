package org.postroom.runtime.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.kafka.EventDeserializer;
import org.springframework.kafka.core.KafkaOperations;

/**
 * For a service without a database: a record goes, as it was, to the dead letters of its topic. Nothing is kept behind it, so
 * such a service may only have listeners whose records do not depend on each other.
 */
final class DeadLetterTopics implements SetAside {

    /** Why a record is there, as UTF-8 text. */
    static final String REASON = "postroom-reason";

    /** Which listener could not process it. */
    static final String LISTENER = "postroom-listener";

    private static final long PATIENCE_SECONDS = 30;

    private final KafkaOperations<String, byte[]> asItWas;

    DeadLetterTopics(KafkaOperations<String, byte[]> asItWas) {
        this.asItWas = asItWas;
    }

    @Override
    public void put(String listener, ConsumerRecord<?, ?> entry, FailureReason reason) {
        var headers = new RecordHeaders();
        EventDeserializer.original(entry.headers()).forEach(headers::add);
        headers.add(REASON, reason.words().getBytes(StandardCharsets.UTF_8));
        headers.add(LISTENER, listener.getBytes(StandardCharsets.UTF_8));
        byte @Nullable [] value = EventDeserializer.bytes(entry.headers());
        String key = entry.key() instanceof String text ? text : null;
        try {
            asItWas.send(new ProducerRecord<>(entry.topic() + ".dead-letters", null, key, value, headers))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new KafkaException("the dead letter was not acknowledged", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new KafkaException("the dead letter was not acknowledged", stopping);
        }
    }

    @Override
    public boolean keepBehind(String listener, ConsumerRecord<?, ?> entry) {
        return false;
    }

    @Override
    public boolean holdsOf(String listener, ConsumerRecord<?, ?> entry) {
        return false;
    }

    @Override
    public void forget(String listener) {
        // nothing is remembered
    }
}
