package org.postroom.local.registry.kafka;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.postroom.local.registry.Change;
import org.postroom.local.registry.ChangeLog;

/** The registry's log in the compacted topic {@value #TOPIC}. There must be one writer only. */
public final class SchemasTopic implements ChangeLog, AutoCloseable {

    /** The topic's name, the same as that of Confluent's registry. */
    public static final String TOPIC = "_schemas";

    private final String bootstrapServers;
    private final KafkaProducer<String, String> producer;

    private SchemasTopic(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "acks", "all",
                        "max.block.ms", "10000",
                        "request.timeout.ms", "5000",
                        "delivery.timeout.ms", "10000",
                        "buffer.memory", "4194304"),
                new StringSerializer(),
                new StringSerializer());
    }

    /**
     * Opens the topic; makes it when it is new.
     *
     * @throws IOException when the broker does not answer within a minute or refuses
     */
    public static SchemasTopic open(String bootstrapServers) throws IOException, InterruptedException {
        var topic = new NewTopic(TOPIC, 1, (short) 1).configs(Map.of("cleanup.policy", "compact"));
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IOException("The topic " + TOPIC + " could not be made at " + bootstrapServers, e.getCause());
            }
        }
        return new SchemasTopic(bootstrapServers);
    }

    @Override
    public void replay(Consumer<Change> reader) {
        var partition = new TopicPartition(TOPIC, 0);
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "enable.auto.commit", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            while (consumer.position(partition) < end) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    new ChangeRecord(record.key(), record.value()).change().ifPresent(reader);
                }
            }
        }
    }

    @Override
    public void append(Change change) throws IOException {
        var record = ChangeRecord.of(change);
        try {
            producer.send(new ProducerRecord<>(TOPIC, record.key(), record.value()))
                    .get();
        } catch (ExecutionException e) {
            throw new IOException("The topic " + TOPIC + " could not be written at " + bootstrapServers, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the topic " + TOPIC + " was written", e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
