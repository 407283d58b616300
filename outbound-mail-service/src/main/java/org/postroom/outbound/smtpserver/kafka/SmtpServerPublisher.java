package org.postroom.outbound.smtpserver.kafka;

import java.time.Instant;
import org.postroom.events.domain.SmtpAuthentication;
import org.postroom.events.domain.SmtpEncryption;
import org.postroom.events.domain.SmtpServerConfigured;
import org.postroom.events.domain.SmtpServerRemoved;
import org.postroom.outbound.smtpserver.ServerPublisher;
import org.postroom.outbound.smtpserver.SmtpServer;
import org.postroom.outbound.stage.InStage;
import org.postroom.outbound.stage.Stage;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Puts servers into the outbox, without user names and secrets. */
@Component
@InStage(Stage.SEND)
class SmtpServerPublisher implements ServerPublisher {

    private final Outbox outbox;

    SmtpServerPublisher(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void configured(OrganisationId organisationId, SmtpServer server, String changedBy, Instant at) {
        outbox.add(
                Topics.DOMAIN_EVENTS,
                organisationId.value(),
                SmtpServerConfigured.newBuilder()
                        .setOrganisationId(organisationId.value())
                        .setSmtpServerId(server.id())
                        .setName(server.name())
                        .setHost(server.host())
                        .setPort(server.port())
                        .setEncryption(
                                SmtpEncryption.valueOf(server.encryption().name()))
                        .setAuthentication(SmtpAuthentication.valueOf(
                                server.authentication().name()))
                        .setConnectionLimit(server.connectionLimit())
                        .setChangedBy(changedBy)
                        .setVersion(server.version())
                        .setOccurredAt(at)
                        .build());
    }

    @Override
    public void removed(OrganisationId organisationId, String serverId, String removedBy, Instant at) {
        outbox.add(
                Topics.DOMAIN_EVENTS,
                organisationId.value(),
                SmtpServerRemoved.newBuilder()
                        .setOrganisationId(organisationId.value())
                        .setSmtpServerId(serverId)
                        .setRemovedBy(removedBy)
                        .setOccurredAt(at)
                        .build());
    }
}
