package org.postroom.runtime.outbox;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.kafka.TraceHeaders;
import org.postroom.runtime.work.RepeatedWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Gives every service that has a database a transactional outbox. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration"
        })
@ConditionalOnClass(DataSource.class)
@ConditionalOnBean(JdbcClient.class)
public class OutboxConfiguration {

    @Bean
    TraceHeaders traceHeaders(Tracer tracer, Propagator propagator) {
        return new TraceHeaders(tracer, propagator);
    }

    @Bean
    @SuppressWarnings("unchecked")
    Outbox outbox(
            JdbcClient database,
            ProducerFactory<String, Object> producers,
            @Value("${spring.application.name}") String source,
            IdSource ids,
            Clock clock,
            TraceHeaders trace,
            @Value("${postroom.outbox.largest-event:1000000B}") DataSize largest)
            throws ReflectiveOperationException {
        Map<String, Object> settings = producers.getConfigurationProperties();
        Object type = settings.get("value.serializer");
        Class<?> serializerClass = type instanceof Class<?> known ? known : Class.forName(String.valueOf(type));
        var serializer =
                (Serializer<Object>) serializerClass.getDeclaredConstructor().newInstance();
        serializer.configure(settings, false);
        return new Outbox(database, serializer, source, ids, clock, trace, largest.toBytes());
    }

    /** A health indicator of the readiness group, and metrics. */
    @Bean
    OutboxState outboxHealthIndicator(
            JdbcClient database, @Value("${postroom.readiness.allowed-outbox-age:2m}") Duration allowedAge) {
        return new OutboxState(database, allowedAge);
    }

    @Bean
    RepeatedWork outboxRelay(
            JdbcClient database, PlatformTransactionManager transactions, ProducerFactory<String, Object> producers) {
        Map<String, Object> settings = new HashMap<>(producers.getConfigurationProperties());
        var template = new TransactionTemplate(transactions);
        return new RepeatedWork(
                "outbox-relay",
                () -> new OutboxRelay(
                        database,
                        template,
                        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())));
    }
}
