package org.postroom.outbound.delivery;

import java.time.Instant;
import java.util.List;
import org.postroom.outbound.mail.EmailAddress;

/**
 * One attempt that is due: a mail and those of its recipients that share servers and have no answer yet.
 *
 * @param reply the reply it belongs to
 * @param route the domain whose servers take the mail
 * @param attempt the number of this attempt, from 1
 * @param recipients the recipients without an answer, at least one
 */
public record Delivery(OutgoingReply reply, String route, int attempt, List<EmailAddress> recipients) {

    /** Copies the list. */
    public Delivery {
        recipients = List.copyOf(recipients);
    }

    /**
     * A signed reply on its way.
     *
     * @param organisationId the organisation
     * @param replyId the reply
     * @param interactionId the interaction it answers
     * @param messageId the Message-ID without angle brackets
     * @param envelopeSender where bounces go
     * @param mailKey where the signed mail is stored
     * @param dkimSelectors the selectors it was signed with
     * @param queuedAt when it was queued
     */
    public record OutgoingReply(
            String organisationId,
            String replyId,
            String interactionId,
            String messageId,
            EmailAddress envelopeSender,
            String mailKey,
            List<String> dkimSelectors,
            Instant queuedAt) {

        /** Copies the list. */
        public OutgoingReply {
            dkimSelectors = List.copyOf(dkimSelectors);
        }
    }
}
