package org.postroom.inbound.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a report says. Nothing of it is proven: strangers wrote it. */
public sealed interface Report {

    /** The most recipients that are read of one report. */
    int MOST_RECIPIENTS = 100;

    /** What a server did with a mail for a recipient (RFC 3464, section 2.3.3). */
    enum Action {
        /** It could not be delivered, and nothing more is tried. */
        FAILED,
        /** It could not be delivered yet, and is tried again. */
        DELAYED,
        /** It was delivered. */
        DELIVERED,
        /** It was handed to a server that tells no more. */
        RELAYED,
        /** It was delivered, and sent on to several others. */
        EXPANDED
    }

    /**
     * What a report says of one recipient.
     *
     * @param address the recipient, as the server that reports knows it
     * @param originalAddress the recipient as the sender wrote it; null where the report does not say
     * @param action what became of the mail
     * @param status the enhanced status code (RFC 3463)
     * @param diagnostic what the server said, on one line, at most 1000 characters; null where the report does not say
     * @param remoteServer the server that said so; null where the report does not say
     */
    record Recipient(
            String address,
            @Nullable String originalAddress,
            Action action,
            String status,
            @Nullable String diagnostic,
            @Nullable String remoteServer) {}

    /**
     * A report of what became of a mail (RFC 3464), or a form that servers write instead.
     *
     * @param originalMessageId the mail's Message-ID without angle brackets; null where the report does not say
     * @param originalEnvelopeId the identifier that our server gave (RFC 3461, section 4.4); null where there is none
     * @param reporter the server that reports; null where it does not say
     * @param recipients at least one
     */
    record OfDelivery(
            @Nullable String originalMessageId,
            @Nullable String originalEnvelopeId,
            @Nullable String reporter,
            List<Recipient> recipients)
            implements Report {

        /** Copies the recipients. */
        public OfDelivery {
            recipients = List.copyOf(recipients);
        }
    }

    /**
     * A complaint about a mail (RFC 5965).
     *
     * @param feedbackType its kind, in lower case
     * @param originalMessageId the mail's Message-ID without angle brackets; null where the report does not say
     * @param originalRecipients who the mail was for, as far as the report says
     * @param reporter who reports; null where it does not say
     */
    record OfComplaint(
            String feedbackType,
            @Nullable String originalMessageId,
            List<String> originalRecipients,
            @Nullable String reporter)
            implements Report {

        /** Copies the recipients. */
        public OfComplaint {
            originalRecipients = List.copyOf(originalRecipients);
        }
    }
}
