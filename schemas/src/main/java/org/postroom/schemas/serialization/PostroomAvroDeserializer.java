package org.postroom.schemas.serialization;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.postroom.schemas.registry.RegistryClient;
import org.postroom.schemas.registry.RegistryRefusedException;
import org.postroom.schemas.registry.RegistrySettings;

/**
 * Reads Avro records in the Confluent wire format. A record whose schema has the name of a generated class becomes an
 * object of that class, whatever version it was written in; any other becomes a
 * {@link org.apache.avro.generic.GenericRecord}. Configured by the keys in {@link RegistrySettings} and
 * {@link AvroSettings}, which are those of Confluent's deserializer. Null stays null: a tombstone. Safe for use by
 * several threads.
 */
public final class PostroomAvroDeserializer implements Deserializer<Object> {

    private final Map<Integer, DatumReader<Object>> readers = new ConcurrentHashMap<>();
    private final Spare<BinaryDecoder> decoders =
            new Spare<>(() -> DecoderFactory.get().binaryDecoder(new byte[0], null));
    private @Nullable RegistryClient registry;
    private boolean specific;

    /** For Kafka, which calls {@link #configure} next. */
    public PostroomAvroDeserializer() {
        TrustedEvents.trust();
    }

    @Override
    public void configure(Map<String, ?> configuration, boolean isKey) {
        specific = AvroSettings.from(configuration).specificReader();
        registry = new RegistryClient(RegistrySettings.from(configuration));
    }

    /**
     * Reads one record.
     *
     * @throws SerializationException where the bytes are not in the wire format, are damaged, or name a schema that the
     *     registry does not know; repeating changes nothing
     * @throws org.postroom.schemas.registry.RegistryUnavailableException where the registry does not answer; repeating
     *     may help
     */
    @Override
    public @Nullable Object deserialize(String topic, byte @Nullable [] record) {
        if (record == null) {
            return null;
        }
        if (!WireFormat.isPresentIn(record)) {
            throw new SerializationException(
                    "Expected a record of %s to begin with a zero byte and a schema id, but it has %d bytes and begins differently: it was not written by an Avro serializer with a schema registry."
                            .formatted(topic, record.length));
        }
        int schemaId = WireFormat.schemaId(record);
        DatumReader<Object> reader = reader(topic, schemaId);
        try {
            BinaryDecoder decoder = DecoderFactory.get()
                    .binaryDecoder(
                            record, WireFormat.HEADER_SIZE, record.length - WireFormat.HEADER_SIZE, decoders.take());
            Object value = reader.read(null, decoder);
            decoders.giveBack(decoder);
            return value;
        } catch (IOException | RuntimeException e) {
            throw new SerializationException(
                    "The record of %s with schema id %d is damaged or does not fit the program's schema: %s"
                            .formatted(topic, schemaId, e.getMessage()),
                    e);
        }
    }

    private DatumReader<Object> reader(String topic, int schemaId) {
        DatumReader<Object> known = readers.get(schemaId);
        if (known != null) {
            return known;
        }
        if (registry == null) {
            throw new IllegalStateException("Call configure before deserialize.");
        }
        try {
            DatumReader<Object> created = createReader(registry.schemaById(schemaId));
            readers.put(schemaId, created);
            return created;
        } catch (RegistryRefusedException e) {
            throw new SerializationException(
                    "Cannot read a record of %s with schema id %d. %s Check that %s names the registry its writer uses."
                            .formatted(topic, schemaId, e.getMessage(), RegistrySettings.URL),
                    e);
        }
    }

    private DatumReader<Object> createReader(Schema writer) {
        Class<?> type = specific ? generatedClass(writer) : null;
        if (type == null) {
            return new GenericDatumReader<>(writer);
        }
        SpecificData model = SpecificData.getForClass(type);
        return new SpecificDatumReader<>(writer, model.getSchema(type), model);
    }

    private static @Nullable Class<?> generatedClass(Schema writer) {
        if (writer.getType() != Schema.Type.RECORD) {
            return null;
        }
        try {
            Class<?> type = Class.forName(
                    SpecificData.getClassName(writer), false, PostroomAvroDeserializer.class.getClassLoader());
            return SpecificRecord.class.isAssignableFrom(type) ? type : null;
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
