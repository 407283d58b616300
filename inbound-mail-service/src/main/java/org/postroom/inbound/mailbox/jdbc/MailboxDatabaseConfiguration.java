package org.postroom.inbound.mailbox.jdbc;

import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.kafka.TraceHeaders;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.runtime.outbox.Outboxes;
import org.postroom.runtime.secret.SecretBox;
import org.postroom.runtime.work.RepeatedWork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.util.unit.DataSize;

/** Puts the mailboxes' database together with what events leave it by. */
@Configuration(proxyBeanMethods = false)
@WithMailboxes
class MailboxDatabaseConfiguration {

    @Bean
    MailboxDatabase mailboxDatabase(DatabaseSettings settings) {
        return new MailboxDatabase(settings);
    }

    @Bean
    JdbcMailboxes mailboxes(
            MailboxDatabase database,
            @Value("${postroom.inbound.mailboxes.master-key:}") @Nullable String masterKey,
            Clock clock) {
        try {
            return new JdbcMailboxes(database.client(), SecretBox.of(masterKey == null ? "" : masterKey), clock);
        } catch (IllegalArgumentException invalid) {
            throw new IllegalArgumentException(
                    "postroom.inbound.mailboxes.master-key: " + invalid.getMessage(), invalid);
        }
    }

    @Bean
    Outbox mailboxOutbox(
            MailboxDatabase database,
            ProducerFactory<String, Object> producers,
            @Value("${spring.application.name}") String source,
            IdSource ids,
            Clock clock,
            Tracer tracer,
            Propagator propagator)
            throws ReflectiveOperationException {
        return Outboxes.outbox(
                database.client(),
                producers,
                source,
                ids,
                clock,
                new TraceHeaders(tracer, propagator),
                DataSize.ofMegabytes(1));
    }

    @Bean
    RepeatedWork mailboxOutboxRelay(MailboxDatabase database, ProducerFactory<String, Object> producers) {
        return Outboxes.relay(database.client(), database.transactions(), producers, database::prepare);
    }
}
