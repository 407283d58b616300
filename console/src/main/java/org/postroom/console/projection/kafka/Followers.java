package org.postroom.console.projection.kafka;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;
import org.postroom.console.projection.Generation;
import org.postroom.console.projection.jdbc.ReadModels;
import org.postroom.runtime.deadletter.RecordBatches;
import org.postroom.runtime.kafka.EventDeserializer;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.config.KafkaListenerEndpoint;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.event.ListenerContainerIdleEvent;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.TopicPartitionOffset;
import org.springframework.kafka.support.converter.MessageConverter;

/** Lets one listener run for each generation that this replica can make. */
final class Followers {

    /** So large that the database's work for a statement is shared by many rows, so small that a page hears of it at once. */
    private static final String BATCH = "2000";

    private static final long IDLE_MILLISECONDS = 1_000;

    private final KafkaListenerEndpointRegistry registry;
    private final ConcurrentKafkaListenerContainerFactory<Object, Object> containers;
    private final ReadModels readModels;
    private final RecordBatches batches;
    private final Map<String, ProjectionListener> running = new ConcurrentHashMap<>();

    Followers(
            KafkaListenerEndpointRegistry registry,
            ConcurrentKafkaListenerContainerFactory<Object, Object> containers,
            ReadModels readModels,
            RecordBatches batches) {
        this.registry = registry;
        this.containers = containers;
        this.readModels = readModels;
        this.batches = batches;
    }

    /** Follows these generations, each with its projection, and no others any more. */
    synchronized void follow(Map<Generation, Projection> wanted) {
        Set<String> names = wanted.keySet().stream().map(Generation::listener).collect(Collectors.toSet());
        for (String name : List.copyOf(running.keySet())) {
            if (!names.contains(name)) {
                stop(name);
            }
        }
        wanted.forEach((generation, projection) -> {
            if (!running.containsKey(generation.listener())) {
                start(generation, projection);
            }
        });
    }

    @EventListener
    void idle(ListenerContainerIdleEvent event) {
        for (Map.Entry<String, ProjectionListener> each : running.entrySet()) {
            if (event.getListenerId().startsWith(each.getKey() + "-")) {
                each.getValue().idle(event.getConsumer());
            }
        }
    }

    private void start(Generation generation, Projection projection) {
        var listener = new ProjectionListener(projection, generation, readModels, batches);
        String name = generation.listener();
        registry.registerListenerContainer(new Endpoint(name, projection, listener), containers, false);
        MessageListenerContainer container = registry.getListenerContainer(name);
        if (container == null) {
            throw new IllegalStateException("expected a container named " + name + ", but there is none");
        }
        container.getContainerProperties().setIdleEventInterval(IDLE_MILLISECONDS);
        running.put(name, listener);
        container.start();
    }

    private void stop(String name) {
        running.remove(name);
        MessageListenerContainer container = registry.unregisterListenerContainer(name);
        if (container != null) {
            container.stop(() -> {});
        }
    }

    private static final class Endpoint implements KafkaListenerEndpoint {

        private final String name;
        private final Projection projection;
        private final ProjectionListener listener;

        Endpoint(String name, Projection projection, ProjectionListener listener) {
            this.name = name;
            this.projection = projection;
            this.listener = listener;
        }

        @Override
        public String getId() {
            return name;
        }

        @Override
        public String getGroupId() {
            return name;
        }

        @Override
        public List<String> getTopics() {
            return projection.model().topics();
        }

        @Override
        public @Nullable String getGroup() {
            return null;
        }

        @Override
        public TopicPartitionOffset @Nullable [] getTopicPartitionsToAssign() {
            return null;
        }

        @Override
        public @Nullable Pattern getTopicPattern() {
            return null;
        }

        @Override
        public @Nullable String getClientIdPrefix() {
            return null;
        }

        @Override
        public Boolean getAutoStartup() {
            return false;
        }

        @Override
        public boolean isSplitIterables() {
            return false;
        }

        @Override
        public String getAckMode() {
            return AckMode.MANUAL.name();
        }

        @Override
        public Integer getConcurrency() {
            return 1;
        }

        @Override
        public Boolean getBatchListener() {
            return true;
        }

        @Override
        public Properties getConsumerProperties() {
            var properties = new Properties();
            properties.setProperty(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
            if (!projection.types().isEmpty()) {
                properties.setProperty(EventDeserializer.WANTED, String.join(",", projection.types()));
            }
            return properties;
        }

        @Override
        public void setupListenerContainer(MessageListenerContainer container, @Nullable MessageConverter converter) {
            container.setupMessageListener(listener);
        }
    }
}
