package org.postroom.outbound.bounce;

import java.time.Instant;
import java.util.Optional;
import org.postroom.runtime.id.OrganisationId;

/** The replies of each organisation that were handed to servers, and which of them came back. */
public interface SentReplies {

    /** The organisation's reply of this Message-ID. */
    Optional<SentReply> byMessageId(OrganisationId organisationId, String messageId);

    /**
     * The organisation's newest reply to a recipient.
     *
     * @param address the recipient in lower case
     * @param since how long ago it may have been queued
     */
    Optional<SentReply> newestTo(OrganisationId organisationId, String address, Instant since);

    /**
     * Notes that a reply did not reach a recipient, in the present transaction.
     *
     * @param recipient as it was written
     * @param emailId the mail that says so
     * @return false where that was known
     */
    boolean noteBounce(SentReply reply, String recipient, DeliveryReport.Failure failure, String emailId, Instant at);
}
