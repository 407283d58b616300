package org.postroom.domain.maildomain.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.maildomain.jdbc.JdbcProvenDomains;
import org.postroom.domain.maildomain.jdbc.JdbcSmtpServers;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.DomainVerificationFailed;
import org.postroom.events.domain.DomainVerified;
import org.postroom.events.domain.SmtpServerConfigured;
import org.postroom.events.domain.SmtpServerRemoved;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears {@code DomainVerified}, {@code DomainVerificationFailed}, {@code SmtpServerConfigured} and
 * {@code SmtpServerRemoved}, and {@code DomainRemoved} as the end of what was known; a repeat changes nothing.
 */
@Component
class DomainEventsListener {

    private final JdbcProvenDomains proven;
    private final JdbcSmtpServers servers;

    DomainEventsListener(JdbcProvenDomains proven, JdbcSmtpServers servers) {
        this.proven = proven;
        this.servers = servers;
    }

    @KafkaListener(id = "domain-events", idIsGroup = false, topics = "postroom.domain-events")
    void on(ConsumerRecord<String, @Nullable Object> entry) {
        switch (entry.value()) {
            case DomainVerified verified ->
                proven.verified(
                        verified.getOrganisationId(),
                        verified.getDomainId(),
                        verified.getDomainName(),
                        verified.getDirection().name());
            case DomainVerificationFailed failed ->
                proven.failed(failed.getDomainId(), failed.getDirection().name());
            case DomainRemoved removed -> proven.forget(removed.getDomainId());
            case SmtpServerConfigured configured ->
                servers.configured(configured.getOrganisationId(), configured.getSmtpServerId(), configured.getName());
            case SmtpServerRemoved removed -> servers.removed(removed.getOrganisationId(), removed.getSmtpServerId());
            case null, default -> {}
        }
    }
}
