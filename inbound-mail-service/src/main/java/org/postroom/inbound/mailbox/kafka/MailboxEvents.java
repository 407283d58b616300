package org.postroom.inbound.mailbox.kafka;

import java.time.Instant;
import org.postroom.events.domain.MailboxAfterwards;
import org.postroom.events.domain.MailboxAuthentication;
import org.postroom.events.domain.MailboxConfigured;
import org.postroom.events.domain.MailboxEncryption;
import org.postroom.events.domain.MailboxRemoved;
import org.postroom.events.domain.MailboxSignInRefused;
import org.postroom.inbound.mailbox.Mailbox;
import org.postroom.inbound.mailbox.MailboxPublisher;
import org.postroom.inbound.mailbox.jdbc.WithMailboxes;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.stereotype.Component;

/** Puts mailboxes into the outbox, without user names and secrets. */
@Component
@WithMailboxes
class MailboxEvents implements MailboxPublisher {

    private final Outbox outbox;

    MailboxEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void configured(Mailbox mailbox, String changedBy, Instant at) {
        outbox.add(
                Topics.DOMAIN_EVENTS,
                mailbox.organisationId(),
                MailboxConfigured.newBuilder()
                        .setOrganisationId(mailbox.organisationId())
                        .setMailboxId(mailbox.id())
                        .setAddressId(mailbox.addressId())
                        .setHost(mailbox.host())
                        .setPort(mailbox.port())
                        .setEncryption(
                                MailboxEncryption.valueOf(mailbox.encryption().name()))
                        .setAuthentication(MailboxAuthentication.valueOf(
                                mailbox.authentication().name()))
                        .setFolder(mailbox.folder())
                        .setAfterwards(
                                MailboxAfterwards.valueOf(mailbox.afterwards().name()))
                        .setChangedBy(changedBy)
                        .setVersion(mailbox.version())
                        .setOccurredAt(at)
                        .build());
    }

    @Override
    public void removed(String organisationId, String mailboxId, String removedBy, Instant at) {
        outbox.add(
                Topics.DOMAIN_EVENTS,
                organisationId,
                MailboxRemoved.newBuilder()
                        .setOrganisationId(organisationId)
                        .setMailboxId(mailboxId)
                        .setRemovedBy(removedBy)
                        .setOccurredAt(at)
                        .build());
    }

    @Override
    public void signInRefused(Mailbox mailbox, Instant since, Instant at) {
        outbox.add(
                Topics.DOMAIN_EVENTS,
                mailbox.organisationId(),
                MailboxSignInRefused.newBuilder()
                        .setOrganisationId(mailbox.organisationId())
                        .setMailboxId(mailbox.id())
                        .setHost(mailbox.host())
                        .setSince(since)
                        .setOccurredAt(at)
                        .build());
    }
}
