package org.postroom.inbound.reception;

import java.time.Instant;
import java.util.List;
import org.postroom.inbound.message.MessageFacts;
import org.postroom.mail.LoopMark;
import org.postroom.runtime.message.StoredMessage;

/**
 * A mail that is stored for one organisation and becomes ours once the log has it.
 *
 * @param organisationId the organisation
 * @param emailId the same for a repeated transaction
 * @param envelope the transaction, with the recipients of every organisation
 * @param recipients the organisation's own recipients, at least one
 * @param facts what the message says about itself
 * @param stored where the raw message is
 * @param receivedAt when its content was complete
 */
public record ReceivedMail(
        String organisationId,
        String emailId,
        Envelope envelope,
        List<AcceptedRecipient> recipients,
        MessageFacts facts,
        StoredMessage stored,
        Instant receivedAt) {

    /** Copies the recipients. */
    public ReceivedMail {
        recipients = List.copyOf(recipients);
    }

    /** True where it is a mail that the organisation itself sent, and that came back. */
    public boolean isOurOwn() {
        return facts.ownMarks().stream().anyMatch(mark -> LoopMark.isOf(organisationId, mark));
    }
}
