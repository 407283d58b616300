package org.postroom.routing.journal.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsConfig;
import org.postroom.routing.RoutingSettings;
import org.postroom.routing.decision.OrganisationRouting;
import org.postroom.routing.decision.RoutingPolicy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the topology together with the settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoutingSettings.class)
class StreamsConfiguration {

    private static final int HEARTBEATS_PER_SESSION = 4;
    private static final int LINGER_MILLIS = 2;
    private static final int BATCH_BYTES = 128 * 1024;

    @Bean
    RoutingStreams routingStreams(
            KafkaProperties kafka,
            RoutingSettings settings,
            MeterRegistry meters,
            @Value("${spring.application.name}") String application,
            @Value("${postroom.avro.serializer}") String serializer,
            @Value("${postroom.avro.deserializer}") String deserializer) {
        Map<String, Object> common = new HashMap<>(kafka.buildStreamsProperties());
        var topology = new RoutingTopology(
                events(serializer, deserializer, common),
                OrganisationRouting.newestTerms(new RoutingPolicy(settings.threadingWindow(), settings.repeatWindow())),
                settings.timerInterval(),
                topic -> meters.counter("postroom.dead.letters", "topic", topic).increment());
        return new RoutingStreams(topology, properties(common, settings, application), meters);
    }

    @Bean
    HealthIndicator routingHealthIndicator(RoutingStreams streams, RoutingSettings settings) {
        return new RoutingReadiness(streams, settings.allowedLag());
    }

    static Properties properties(Map<String, Object> common, RoutingSettings settings, String application) {
        var properties = new Properties();
        properties.putAll(common);
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.threads());
        properties.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                settings.commitInterval().toMillis());
        properties.put(StreamsConfig.POLL_MS_CONFIG, settings.pollTime().toMillis());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        properties.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, -1);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallStores.class);
        int session = Math.toIntExact(settings.sessionTimeout().toMillis());
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), session);
        properties.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                session / HEARTBEATS_PER_SESSION);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), LINGER_MILLIS);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH_BYTES);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        return properties;
    }

    static Serde<Object> events(String serializerClass, String deserializerClass, Map<String, Object> configuration) {
        try {
            @SuppressWarnings("unchecked")
            Serializer<Object> serializer = Utils.newInstance(serializerClass, Serializer.class);
            @SuppressWarnings("unchecked")
            Deserializer<Object> deserializer = Utils.newInstance(deserializerClass, Deserializer.class);
            serializer.configure(configuration, false);
            deserializer.configure(configuration, false);
            return Serdes.serdeFrom(serializer, deserializer);
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("expected the Avro serializers of this build, but one is missing", missing);
        }
    }
}
