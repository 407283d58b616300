package org.postroom.inbound.mailbox;

import java.time.Instant;

/** Tells the world about mailboxes, once the present transaction has committed; never user names or secrets. */
public interface MailboxPublisher {

    /** A mailbox was added or changed. */
    void configured(Mailbox mailbox, String changedBy, Instant at);

    /** A mailbox was removed. */
    void removed(String organisationId, String mailboxId, String removedBy, Instant at);

    /** A mailbox refuses our sign-in. */
    void signInRefused(Mailbox mailbox, Instant since, Instant at);
}
