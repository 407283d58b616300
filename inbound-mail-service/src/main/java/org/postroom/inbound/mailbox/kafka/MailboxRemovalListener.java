package org.postroom.inbound.mailbox.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.inbound.mailbox.Mailboxes;
import org.postroom.inbound.mailbox.jdbc.MailboxDatabase;
import org.postroom.inbound.mailbox.jdbc.WithMailboxes;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Removes the mailboxes of an organisation that was removed, with their secrets; apart from its messages, which need no database. */
@Component
@WithMailboxes
class MailboxRemovalListener {

    private final MailboxDatabase database;
    private final Mailboxes mailboxes;

    MailboxRemovalListener(MailboxDatabase database, Mailboxes mailboxes) {
        this.database = database;
        this.mailboxes = mailboxes;
    }

    @KafkaListener(id = "mailbox-removal", groupId = "inbound-mailbox-removal", topics = "postroom.domain-events")
    void on(ConsumerRecord<String, @Nullable Object> entry) {
        if (entry.value() instanceof OrganisationRemoved removed) {
            database.prepare();
            mailboxes.removeOrganisation(removed.getOrganisationId());
        }
    }
}
