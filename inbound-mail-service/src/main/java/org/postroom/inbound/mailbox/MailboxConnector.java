package org.postroom.inbound.mailbox;

import java.util.List;

/** Opens mailboxes. */
public interface MailboxConnector {

    /** Connects, signs in and opens the folder; to write to it only where fetched mails are to be changed. */
    OpenMailbox open(Mailbox mailbox, String secret) throws MailboxException;

    /** The same step by step, telling how each went; nothing is fetched and nothing is changed. */
    List<StepResult> test(Mailbox mailbox, String secret);
}
