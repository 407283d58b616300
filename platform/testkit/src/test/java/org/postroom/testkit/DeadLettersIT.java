package org.postroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postroom.events.agent.AgentStatusChanged;
import org.postroom.events.common.AgentStatus;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.annotation.KafkaListener;

@PostroomIT
class DeadLettersIT {

    private static final Topic TOPIC = Topics.AGENT_EVENTS;
    private static final String ORGANISATION = "with-dead-letters";
    private static final String UNREADABLE = "{\"not\": \"Avro\"}";

    @TestConfiguration
    static class Listening {
        @Bean
        AgentStatusChangedListener agentStatusChangedListener() {
            return new AgentStatusChangedListener();
        }
    }

    static class AgentStatusChangedListener {
        private final List<Object> received = new CopyOnWriteArrayList<>();

        @KafkaListener(topics = "postroom.agent-events", groupId = "dead-letters-it")
        void on(ConsumerRecord<String, Object> event) {
            received.add(event.value());
        }
    }

    @Autowired
    private AgentStatusChangedListener listener;

    @Test
    void putsAnUnreadableRecordAsideAsItWasAndGoesOn() throws Exception {
        // given
        int partition =
                EventLog.publish(TOPIC, ORGANISATION, statusChanged("before")).partition();

        // when
        publishUnreadable(partition);
        AgentStatusChanged next = statusChanged("after");
        EventLog.publish(TOPIC, ORGANISATION, next);

        // then
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> listener.received.contains(next));
        assertThat(deadLetters()).containsExactly(UNREADABLE);
    }

    private static void publishUnreadable(int partition) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Parts.broker().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            byte[] bytes = UNREADABLE.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(TOPIC.name(), partition, ORGANISATION, bytes))
                    .get();
        }
    }

    private static List<String> deadLetters() {
        List<String> found = new ArrayList<>();
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", Parts.broker().bootstrapServers(),
                "group.id", "dead-letters-reader",
                "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(TOPIC.deadLetters()));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(letter -> found.add(new String(letter.value(), StandardCharsets.UTF_8)));
                return !found.isEmpty();
            });
        }
        return found;
    }

    private static AgentStatusChanged statusChanged(String agentId) {
        return AgentStatusChanged.newBuilder()
                .setOrganisationId(ORGANISATION)
                .setAgentId(agentId)
                .setStatus(AgentStatus.ON_QUEUE)
                .setPreviousStatus(AgentStatus.OFF_QUEUE)
                .setReason("REQUESTED")
                .setOccurredAt(Instant.EPOCH)
                .build();
    }
}
