package org.postroom.runtime.view;

import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.kafka.EventDeserializer;

/** Decodes as the consumers of this build do; what can never be read is an exception. */
final class StateDeserializer implements Deserializer<Object> {

    private final EventDeserializer events = new EventDeserializer();

    StateDeserializer(Map<String, Object> settings) {
        events.configure(settings, false);
    }

    @Override
    public @Nullable Object deserialize(String topic, byte @Nullable [] bytes) {
        return deserialize(topic, new RecordHeaders(), bytes);
    }

    @Override
    public @Nullable Object deserialize(String topic, Headers headers, byte @Nullable [] bytes) {
        Object read = events.deserialize(topic, headers, bytes);
        if (EventDeserializer.failed(headers)) {
            throw new SerializationException("expected an event, but the record cannot be decoded");
        }
        return read;
    }

    @Override
    public void close() {
        events.close();
    }
}
