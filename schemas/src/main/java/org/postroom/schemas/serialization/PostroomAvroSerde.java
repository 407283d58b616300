package org.postroom.schemas.serialization;

import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** {@link PostroomAvroSerializer} and {@link PostroomAvroDeserializer} together, as Kafka Streams wants them. */
public final class PostroomAvroSerde implements Serde<Object> {

    private final PostroomAvroSerializer serializer = new PostroomAvroSerializer();
    private final PostroomAvroDeserializer deserializer = new PostroomAvroDeserializer();

    /** For Kafka, which calls {@link #configure} next. */
    public PostroomAvroSerde() {}

    @Override
    public void configure(Map<String, ?> configuration, boolean isKey) {
        serializer.configure(configuration, isKey);
        deserializer.configure(configuration, isKey);
    }

    @Override
    public Serializer<Object> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<Object> deserializer() {
        return deserializer;
    }
}
