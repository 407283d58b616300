package org.postroom.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalBrokerIT {

    @TempDir
    private Path data;

    @Test
    void keepsCommittedTransactionsOverARestartOnTheSamePort() throws Exception {
        // given
        int port;
        try (var broker = LocalBroker.start(data, 0)) {
            port = broker.port();
            createTopic(broker);
            sendInTransaction(broker, "first");
        }

        // when
        try (var broker = LocalBroker.start(data, port)) {
            sendInTransaction(broker, "second");

            // then
            assertThat(broker.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            assertThat(readCommitted(broker, 2)).containsExactly("first", "second");
        }
    }

    @Test
    void startsInAFolderOfAnyNameOverTheRemainsOfAnInterruptedFormatting() throws Exception {
        var named = data.resolve("größe und ñ");
        Files.writeString(Files.createDirectories(named.resolve("logs.new")).resolve("bootstrap.checkpoint"), "half");

        try (var broker = LocalBroker.start(named, 0)) {
            createTopic(broker);
        }

        assertThat(named.resolve("logs/meta.properties")).exists();
        assertThat(named.resolve("logs.new")).doesNotExist();
        assertThat(data).isDirectoryNotContaining(entry -> !entry.equals(named));
    }

    private static void createTopic(LocalBroker broker) throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("letters", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void sendInTransaction(LocalBroker broker, String value) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "writer");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            var _ = producer.send(new ProducerRecord<>("letters", value));
            producer.commitTransaction();
        }
    }

    private static List<String> readCommitted(LocalBroker broker, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker.bootstrapServers(),
                "group.id", "reader",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed");
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("letters"));
            for (int i = 0; i < 30 && values.size() < count; i++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
