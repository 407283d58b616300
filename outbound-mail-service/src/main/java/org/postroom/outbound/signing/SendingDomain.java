package org.postroom.outbound.signing;

import org.jspecify.annotations.Nullable;
import org.postroom.runtime.id.DomainId;

/**
 * A domain of the organisation, as far as sending needs to know it.
 *
 * @param domainId the domain
 * @param domainName its name
 * @param standing whether it may send
 * @param provenBefore true where it was verified for sending at any time
 * @param use how it is used
 * @param mailFromProven true where the records of its MAIL FROM subdomain were found, so that bounces may go there
 */
public record SendingDomain(
        DomainId domainId,
        String domainName,
        Standing standing,
        boolean provenBefore,
        Use use,
        boolean mailFromProven) {

    /** Whether a domain may send. */
    public enum Standing {
        /** Nothing is known yet, or its way of sending has changed since. */
        UNDECIDED,
        /** It may. */
        VERIFIED,
        /** It may not. */
        FAILED
    }

    /** What happens to replies while a domain that was verified may not send. */
    public enum WhenUnverified {
        /** They wait until it may. */
        HOLD,
        /** They leave in the name of the organisation's system domain. */
        SYSTEM_DOMAIN,
        /** They fail. */
        REFUSE
    }

    /**
     * How a domain is used.
     *
     * @param system true for a subdomain of the platform's own domain
     * @param customSmtp true where its mail leaves through one of the organisation's own servers
     * @param smtpServerId that server; null where none is named
     * @param whenUnverified what happens while it may not send
     * @param mailFromLabel the label of the subdomain that bounces go to
     */
    public record Use(
            boolean system,
            boolean customSmtp,
            @Nullable String smtpServerId,
            WhenUnverified whenUnverified,
            String mailFromLabel) {}

    /** The subdomain that bounces go to. */
    public String mailFromDomain() {
        return use.mailFromLabel() + "." + domainName;
    }
}
