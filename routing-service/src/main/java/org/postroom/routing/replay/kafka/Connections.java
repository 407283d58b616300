package org.postroom.routing.replay.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.postroom.schemas.registry.RegistrySettings;
import org.postroom.schemas.serialization.AvroSettings;
import org.postroom.schemas.serialization.PostroomAvroDeserializer;

/** A broker and a registry of any installation, which are only read. */
public final class Connections {

    private static final int RECORDS_EACH_POLL = 5_000;
    private static final int BYTES_EACH_PARTITION = 8 * 1024 * 1024;

    private final Map<String, Object> settings;

    /**
     * @param bootstrapServers the brokers
     * @param registry the registry's address
     * @param more further settings of Kafka's clients and of the registry's, by their usual names
     */
    Connections(String bootstrapServers, String registry, Map<String, Object> more) {
        settings = new HashMap<>(more);
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(RegistrySettings.URL, registry);
    }

    Admin admin() {
        return Admin.create(settings);
    }

    /** Reads events as what they mean to this release. */
    public Deserializer<Object> deserializer() {
        return deserializer(true);
    }

    /** Reads events in the schema that they were written in. */
    public Deserializer<Object> genericDeserializer() {
        return deserializer(false);
    }

    private Deserializer<Object> deserializer(boolean specific) {
        Map<String, Object> own = new HashMap<>(settings);
        own.put(AvroSettings.SPECIFIC_READER, specific);
        var deserializer = new PostroomAvroDeserializer();
        deserializer.configure(own, false);
        return deserializer;
    }

    /** A consumer that reads what is committed, belongs to no group and notes nothing. */
    public Consumer<String, byte[]> consumer() {
        Map<String, Object> own = new HashMap<>(settings);
        own.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        own.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_EACH_POLL);
        own.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, BYTES_EACH_PARTITION);
        return new KafkaConsumer<>(own, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** One that stands at the beginning of each span. */
    Consumer<String, byte[]> consumer(Map<TopicPartition, Extent.Span> spans) {
        var consumer = consumer();
        consumer.assign(spans.keySet());
        spans.forEach((partition, span) -> consumer.seek(partition, span.from()));
        return consumer;
    }
}
