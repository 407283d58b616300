package org.postroom.runtime.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.kafka.support.serializer.SerializationUtils;

/**
 * Reads events with the deserializer of this build, and tells two failures apart: a record that can never be read is
 * marked in its headers, so that the listener's error handler sends it to the dead letters; a registry that does not
 * answer stops the poll, which is then repeated at the same place, and nothing is passed over.
 */
public final class EventDeserializer implements Deserializer<Object> {

    /** The setting that names the deserializer's class. */
    static final String DELEGATE = "postroom.event.deserializer";

    /**
     * The setting, of a consumer that needs few of a topic's events, that names their types as in {@link EventHeaders#TYPE}, parted
     * by commas; what else says its type is not decoded.
     */
    public static final String WANTED = "postroom.event.wanted";

    /** The value of an event that the consumer does not want. */
    public static final Object UNWANTED = new Object() {
        @Override
        public String toString() {
            return "an event that is not wanted";
        }
    };

    /** The header, within this process alone, that holds the value's bytes as they are in the log. */
    private static final String BYTES = "postroom-bytes";

    private @Nullable Deserializer<?> delegate;
    private Set<String> wanted = Set.of();

    /** For Kafka, which calls {@link #configure} next. */
    public EventDeserializer() {}

    /** True where a record's headers say that it could not be read. */
    public static boolean failed(Headers headers) {
        return headers.lastHeader(KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER) != null;
    }

    /** The value's bytes as they are in the log, of a record that was read by this class; null for a removal. */
    public static byte @Nullable [] bytes(Headers headers) {
        @Nullable Header header = headers.lastHeader(BYTES);
        return header == null ? null : header.value();
    }

    /** The headers as they are in the log, without what was noted while reading. */
    public static List<Header> original(Headers headers) {
        List<Header> original = new ArrayList<>();
        for (Header header : headers) {
            if (!header.key().equals(BYTES) && !header.key().equals(KafkaUtils.VALUE_DESERIALIZER_EXCEPTION_HEADER)) {
                original.add(header);
            }
        }
        return original;
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {
        String name = String.valueOf(settings.get(DELEGATE));
        wanted = settings.get(WANTED) instanceof String types ? Set.of(types.split(",", -1)) : Set.of();
        try {
            Deserializer<?> made = Class.forName(name)
                    .asSubclass(Deserializer.class)
                    .getDeclaredConstructor()
                    .newInstance();
            made.configure(settings, isKey);
            delegate = made;
        } catch (ReflectiveOperationException | ClassCastException unusable) {
            throw new IllegalArgumentException(
                    DELEGATE + ": expected the class of a deserializer, but got " + name, unusable);
        }
    }

    @Override
    public @Nullable Object deserialize(String topic, byte @Nullable [] bytes) {
        return deserialize(topic, new RecordHeaders(), bytes);
    }

    @Override
    public @Nullable Object deserialize(String topic, Headers headers, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (!isWanted(headers)) {
            return UNWANTED;
        }
        headers.remove(BYTES).add(BYTES, bytes);
        try {
            return configured().deserialize(topic, headers, bytes);
        } catch (SerializationException unreadable) {
            SerializationUtils.deserializationException(headers, bytes, unreadable, false);
            return null;
        }
    }

    @Override
    public void close() {
        if (delegate != null) {
            delegate.close();
        }
    }

    private boolean isWanted(Headers headers) {
        return wanted.isEmpty()
                || EventHeaders.text(headers, EventHeaders.TYPE)
                        .map(wanted::contains)
                        .orElse(true);
    }

    private Deserializer<?> configured() {
        if (delegate == null) {
            throw new IllegalStateException("expected configure to be called first, but it was not");
        }
        return delegate;
    }
}
