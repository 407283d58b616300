package org.postroom.outbound.bounce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.postroom.outbound.bounce.DeliveryReport.Failure;

/**
 * Finds the reply that a delivery report speaks of. Anybody can write a report, so a report counts only for what it proves to
 * know: the Message-ID, which nobody can guess who has not seen the mail; or, where a server does not name it, that the report
 * came by the null sender to the very address that reports of the reply go to. And it counts for recipients alone that the
 * reply was sent to. A recipient is told once, however many reports say so.
 */
public final class MatchReport {

    /** Servers try for up to five days (RFC 5321, section 4.5.4.1), and then report. */
    private static final Duration LATEST = Duration.ofDays(6);

    private final SentReplies replies;
    private final BouncePublisher publisher;
    private final Clock clock;

    /** Takes what matching works with. */
    public MatchReport(SentReplies replies, BouncePublisher publisher, Clock clock) {
        this.replies = replies;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** Notes each failure that a report tells of a reply of its organisation, and tells what is new. */
    public void match(DeliveryReport report) {
        Instant now = clock.instant();
        for (Failure failure : report.failures()) {
            reply(report, failure, now).ifPresent(reply -> note(report, failure, reply, now));
        }
    }

    private Optional<SentReply> reply(DeliveryReport report, Failure failure, Instant now) {
        String messageId = report.messageId();
        Optional<SentReply> named =
                messageId == null ? Optional.empty() : replies.byMessageId(report.organisationId(), messageId);
        if (named.isPresent() || !report.nullSender()) {
            return named;
        }
        return failure.addresses().stream()
                .sorted()
                .flatMap(address -> replies.newestTo(report.organisationId(), address, now.minus(LATEST)).stream())
                .filter(reply -> report.reportedTo().contains(folded(reply.envelopeSender())))
                .findFirst();
    }

    private void note(DeliveryReport report, Failure failure, SentReply reply, Instant now) {
        reply.recipients().stream()
                .filter(recipient -> failure.addresses().contains(folded(recipient)))
                .filter(recipient -> replies.noteBounce(reply, recipient, failure, report.emailId(), now))
                .forEach(recipient -> publisher.bounced(reply, recipient, failure, report.emailId(), now));
    }

    private static String folded(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
