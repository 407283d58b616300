package org.postroom.runtime.outbox;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
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
    Outbox outbox(
            JdbcClient database,
            ProducerFactory<String, Object> producers,
            @Value("${spring.application.name}") String source,
            IdSource ids,
            Clock clock,
            TraceHeaders trace,
            @Value("${postroom.outbox.largest-event:1000000B}") DataSize largest)
            throws ReflectiveOperationException {
        return Outboxes.outbox(database, producers, source, ids, clock, trace, largest);
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
        return Outboxes.relay(database, new TransactionTemplate(transactions), producers, () -> {
            // Flyway has made them before this bean
        });
    }
}
