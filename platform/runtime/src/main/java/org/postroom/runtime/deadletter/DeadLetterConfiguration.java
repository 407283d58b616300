package org.postroom.runtime.deadletter;

import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.postroom.runtime.kafka.EventDeserializer;
import org.postroom.runtime.work.RepeatedWork;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Bounds every listener's retries; what fails for good is set aside in the service's database, or else in a topic. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
@EnableConfigurationProperties(ListenerSettings.class)
public class DeadLetterConfiguration {

    /** Makes the configuration; Spring does. */
    public DeadLetterConfiguration() {}

    /** For services that have a database. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(DataSource.class)
    @ConditionalOnBean(JdbcClient.class)
    static class InTheDatabase {

        @Bean
        SetAside setAsideTable(
                JdbcClient database, PlatformTransactionManager transactions, ListenerSettings settings) {
            return new SetAsideTable(database, new TransactionTemplate(transactions), settings.mostSetAside());
        }

        @Bean
        RepeatedWork givingBack(
                JdbcClient database,
                PlatformTransactionManager transactions,
                KafkaListenerEndpointRegistry listeners,
                ConsumerFactory<?, ?> consumers) {
            var deserializer = new EventDeserializer();
            deserializer.configure(consumers.getConfigurationProperties(), false);
            return new RepeatedWork(
                    "giving-back",
                    () -> new GivingBack(database, new TransactionTemplate(transactions), listeners, deserializer));
        }

        @Bean
        DeadLetterState listenersHealthIndicator(JdbcClient database) {
            return new DeadLetterState(database);
        }
    }

    /** For services that have none. */
    @Bean
    @ConditionalOnMissingBean(SetAside.class)
    SetAside deadLetterTopics(ProducerFactory<String, byte[]> producers) {
        return new DeadLetterTopics(new KafkaTemplate<>(
                producers, Map.of(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class)));
    }

    @Bean
    BoundedRetries boundedRetries(SetAside aside, ListenerSettings settings) {
        return new BoundedRetries(aside, settings.patience());
    }

    @Bean
    RecordBatches recordBatches(SetAside aside, BoundedRetries retries) {
        return new RecordBatches(aside, retries);
    }

    @Bean
    MeterBinder listenersStanding(BoundedRetries retries) {
        return registry -> TimeGauge.builder(
                        "postroom.listener.standing",
                        retries,
                        TimeUnit.MILLISECONDS,
                        each -> each.longestStanding().toMillis())
                .description("For how long the record has been tried that a listener has been standing on longest")
                .register(registry);
    }

    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>> listenerContainers(
            BoundedRetries retries) {
        return container -> {
            // Without it, a record that could not be read would reach the listener as a removal.
            container.getContainerProperties().setCheckDeserExWhenValueNull(true);
            container.getContainerProperties().setConsumerRebalanceListener(new ConsumerAwareRebalanceListener() {
                @Override
                public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
                    retries.partitionsMoved(consumer);
                }
            });
        };
    }
}
