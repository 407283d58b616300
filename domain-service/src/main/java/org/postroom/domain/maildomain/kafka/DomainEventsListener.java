package org.postroom.domain.maildomain.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.maildomain.SmtpServers.SmtpServerId;
import org.postroom.domain.maildomain.jdbc.JdbcSmtpServers;
import org.postroom.events.domain.SmtpServerConfigured;
import org.postroom.events.domain.SmtpServerRemoved;
import org.postroom.runtime.id.OrganisationId;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears {@code SmtpServerConfigured} and {@code SmtpServerRemoved}; a repeat changes nothing. */
@Component
class DomainEventsListener {

    private final JdbcSmtpServers servers;

    DomainEventsListener(JdbcSmtpServers servers) {
        this.servers = servers;
    }

    @KafkaListener(id = "domain-events", idIsGroup = false, topics = "postroom.domain-events")
    void on(ConsumerRecord<String, @Nullable Object> entry) {
        switch (entry.value()) {
            case SmtpServerConfigured configured ->
                servers.configured(
                        new OrganisationId(configured.getOrganisationId()),
                        new SmtpServerId(configured.getSmtpServerId()),
                        configured.getName());
            case SmtpServerRemoved removed ->
                servers.removed(
                        new OrganisationId(removed.getOrganisationId()), new SmtpServerId(removed.getSmtpServerId()));
            case null, default -> {}
        }
    }
}
