package org.postroom.outbound.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.EmailAddress;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;

/**
 * One attempt that is due: a mail and those of its recipients that share servers and have no answer yet.
 *
 * @param reply the reply it belongs to
 * @param route the domain whose servers take the mail, or a name for all recipients where it leaves through one server
 * @param smtpServerId the organisation's server that it leaves through; null for the platform
 * @param attempt the number of this attempt, from 1
 * @param recipients the recipients without an answer, at least one
 */
public record Delivery(
        OutgoingReply reply, String route, @Nullable String smtpServerId, int attempt, List<EmailAddress> recipients) {

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
     * @param domainId the domain in whose name it leaves; null where it was queued before that was noted
     * @param smtpServerId the organisation's server that it leaves through; null for the platform
     * @param queuedAt when it was queued
     */
    public record OutgoingReply(
            OrganisationId organisationId,
            ReplyId replyId,
            InteractionId interactionId,
            String messageId,
            EmailAddress envelopeSender,
            String mailKey,
            List<String> dkimSelectors,
            @Nullable DomainId domainId,
            @Nullable String smtpServerId,
            Instant queuedAt) {

        /** Copies the list. */
        public OutgoingReply {
            dkimSelectors = List.copyOf(dkimSelectors);
        }
    }
}
