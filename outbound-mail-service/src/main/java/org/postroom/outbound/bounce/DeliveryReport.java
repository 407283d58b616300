package org.postroom.outbound.bounce;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.id.OrganisationId;

/**
 * A delivery report as it was received: what strangers say.
 *
 * @param organisationId whose mail it came to
 * @param emailId the mail that is the report
 * @param messageId the Message-ID of the mail that it speaks of, without angle brackets; null where it does not say
 * @param reportedTo the addresses that it came to, in lower case
 * @param nullSender true where it came with the null sender, as a server's own mail does
 * @param failures the recipients that it says were not reached for good; those that are only late are none
 */
public record DeliveryReport(
        OrganisationId organisationId,
        String emailId,
        @Nullable String messageId,
        Set<String> reportedTo,
        boolean nullSender,
        List<Failure> failures) {

    /** Copies the collections. */
    public DeliveryReport {
        reportedTo = Set.copyOf(reportedTo);
        failures = List.copyOf(failures);
    }

    /**
     * A recipient that was not reached.
     *
     * @param addresses the names that the report has for the recipient, in lower case: as we wrote it, and as the server
     *     knows it
     * @param enhancedStatus the code (RFC 3463)
     * @param reason what the server said, fit to store
     */
    public record Failure(Set<String> addresses, String enhancedStatus, String reason) {

        /** Copies the addresses. */
        public Failure {
            addresses = Set.copyOf(addresses);
        }
    }
}
