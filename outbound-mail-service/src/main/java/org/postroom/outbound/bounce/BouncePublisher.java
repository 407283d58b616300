package org.postroom.outbound.bounce;

import java.time.Instant;

/** Tells that a reply came back, once the present transaction has committed. */
public interface BouncePublisher {

    /**
     * It did not reach a recipient.
     *
     * @param recipient as it was written
     * @param emailId the mail that says so
     */
    void bounced(SentReply reply, String recipient, DeliveryReport.Failure failure, String emailId, Instant at);
}
