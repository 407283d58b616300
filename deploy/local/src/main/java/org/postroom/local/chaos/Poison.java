package org.postroom.local.chaos;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;

/** Writes to every topic what no reader can read: noise, a schema that nobody knows, an event that breaks off. */
final class Poison implements AutoCloseable {

    private static final String KEY = "poison";
    private static final int NOISE = 300;
    private static final int UNKNOWN_SCHEMA = 1_000_000_000;

    private final KafkaProducer<String, byte[]> producer;
    private final Random random;
    private final List<String> topics = Topics.all().stream().map(Topic::name).toList();

    Poison(String bootstrapServers, Random random) {
        this.random = random;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "max.block.ms", 5_000),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Writes one such record to some partition of each topic; returns how many the broker was given. */
    int write() {
        int written = 0;
        for (var topic : topics) {
            try {
                int partition = random.nextInt(producer.partitionsFor(topic).size());
                var _ = producer.send(new ProducerRecord<>(topic, partition, KEY, content()));
                written++;
            } catch (KafkaException brokerAway) {
                return written;
            }
        }
        return written;
    }

    private byte[] content() {
        return switch (random.nextInt(3)) {
            case 0 -> noise();
            case 1 ->
                ByteBuffer.allocate(9).put((byte) 0).putInt(UNKNOWN_SCHEMA).array();
            default -> ByteBuffer.allocate(7).put((byte) 0).putInt(1).array();
        };
    }

    private byte[] noise() {
        var noise = new byte[NOISE];
        random.nextBytes(noise);
        noise[0] = "?".getBytes(StandardCharsets.US_ASCII)[0];
        return noise;
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
