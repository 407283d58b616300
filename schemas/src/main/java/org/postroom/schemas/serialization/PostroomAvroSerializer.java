package org.postroom.schemas.serialization;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.postroom.schemas.registry.RegisteredSchema;
import org.postroom.schemas.registry.RegistryClient;
import org.postroom.schemas.registry.RegistryRefusedException;
import org.postroom.schemas.registry.RegistrySettings;

/**
 * Writes Avro records in the Confluent wire format. Configured by the keys in {@link RegistrySettings} and
 * {@link AvroSettings}, which are those of Confluent's serializer. Null stays null: a tombstone. Safe for use by several
 * threads.
 */
public final class PostroomAvroSerializer implements Serializer<Object> {

    private final Map<String, Map<Schema, RecordWriter>> writers = new ConcurrentHashMap<>();
    private @Nullable RegistryClient registry;
    private @Nullable AvroSettings settings;
    private boolean key;

    /** For Kafka, which calls {@link #configure} next. */
    public PostroomAvroSerializer() {
        TrustedEvents.trust();
    }

    @Override
    public void configure(Map<String, ?> configuration, boolean isKey) {
        settings = AvroSettings.from(configuration);
        registry = new RegistryClient(RegistrySettings.from(configuration));
        key = isKey;
    }

    /**
     * Writes one record.
     *
     * @throws SerializationException where the value is no Avro record, does not fit its schema, or its schema is
     *     refused by the registry; repeating changes nothing
     * @throws org.postroom.schemas.registry.RegistryUnavailableException where the registry does not answer; repeating
     *     may help
     */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof IndexedRecord record)) {
            throw new SerializationException("Expected an Avro record to write to %s, but got a %s."
                    .formatted(topic, value.getClass().getName()));
        }
        try {
            return writer(topic, record).write(record);
        } catch (IOException | AvroRuntimeException | ClassCastException | NullPointerException e) {
            throw new SerializationException(
                    "The %s for %s does not fit its schema: %s"
                            .formatted(record.getSchema().getFullName(), topic, e.getMessage()),
                    e);
        }
    }

    private RecordWriter writer(String topic, IndexedRecord record) {
        Map<Schema, RecordWriter> ofTopic = writers.get(topic);
        if (ofTopic == null) {
            ofTopic = writers.computeIfAbsent(topic, _ -> new ConcurrentHashMap<>());
        }
        Schema schema = record.getSchema();
        RecordWriter known = ofTopic.get(schema);
        if (known != null) {
            return known;
        }
        RecordWriter created = createWriter(topic, record);
        ofTopic.put(schema, created);
        return created;
    }

    private RecordWriter createWriter(String topic, IndexedRecord record) {
        if (registry == null || settings == null) {
            throw new IllegalStateException("Call configure before serialize.");
        }
        Schema schema = record.getSchema();
        String subject = settings.strategy(key).subject(topic, key, schema);
        try {
            if (settings.autoRegister()) {
                return RecordWriter.like(record, registry.register(subject, schema, settings.normalize()), schema);
            }
            if (settings.useLatestVersion()) {
                RegisteredSchema latest = latest(registry, settings, subject, schema);
                return RecordWriter.like(record, latest.id(), latest.schema());
            }
            RegisteredSchema registered = registry.lookUp(subject, schema, settings.normalize());
            return RecordWriter.like(record, registered.id(), schema);
        } catch (RegistryRefusedException e) {
            throw new SerializationException(refusal(subject, settings, e), e);
        }
    }

    private static RegisteredSchema latest(
            RegistryClient registry, AvroSettings settings, String subject, Schema schema) {
        RegisteredSchema latest = registry.latest(subject)
                .orElseThrow(() -> new SerializationException(
                        "Expected the subject %s to have a version, but it does not exist. Register the schemas first."
                                .formatted(subject)));
        if (settings.latestCompatibilityStrict() && !canRead(latest.schema(), schema)) {
            throw new SerializationException(
                    "Expected version %d of the subject %s to read what this program writes, but it cannot. Deploy a newer program, or set %s to false."
                            .formatted(latest.version(), subject, AvroSettings.LATEST_COMPATIBILITY_STRICT));
        }
        return latest;
    }

    private static boolean canRead(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    private static String refusal(String subject, AvroSettings settings, RegistryRefusedException refused) {
        String cure = refused.isNotFound() && !settings.autoRegister()
                ? " Run the schema registration of this release, since %s is false."
                        .formatted(AvroSettings.AUTO_REGISTER)
                : "";
        return "Cannot write under the subject %s. %s%s".formatted(subject, refused.getMessage(), cure);
    }
}
