package org.postroom.outbound.signing;

import java.util.Optional;

/** Whether, and in whose name, a mail may leave. */
public sealed interface Clearance {

    /**
     * It may leave in the name of this domain.
     *
     * @param domain the domain of the From address
     */
    record Cleared(SendingDomain domain) implements Clearance {}

    /**
     * It may leave in the name of another domain.
     *
     * @param systemDomain the organisation's system domain
     */
    record Substituted(SendingDomain systemDomain) implements Clearance {}

    /**
     * It may leave once something changes.
     *
     * @param reason why not now, in the form "expected …, but …"
     */
    record Held(String reason) implements Clearance {}

    /**
     * It may not leave.
     *
     * @param reason why, in the form "expected …, but …"
     */
    record Refused(String reason) implements Clearance {}

    /**
     * It may not leave, unless news of the domain is on its way.
     *
     * @param reason why, in the form "expected …, but …"
     */
    record Unknown(String reason) implements Clearance {}

    /**
     * Decides by what is known of the domain in From.
     *
     * @param system the organisation's system domain; empty where it has none
     * @param suspended the operator's reason for keeping all mail of the organisation back; empty where there is none
     */
    static Clearance of(SendingDomain domain, Optional<SendingDomain> system, Optional<String> suspended) {
        if (suspended.isPresent()) {
            return new Held("expected an organisation that is at work, but it is suspended: " + suspended.get());
        }
        if (domain.standing() == SendingDomain.Standing.VERIFIED) {
            return new Cleared(domain);
        }
        if (!domain.provenBefore()) {
            return new Unknown("expected a domain that is verified for sending, but " + domain.domainName()
                    + " is not: publish its records and let them be checked");
        }
        return domain.standing() == SendingDomain.Standing.UNDECIDED
                ? new Held("expected to know whether " + domain.domainName()
                        + " may send in the new way, but that is still being checked")
                : failed(domain, system);
    }

    private static Clearance failed(SendingDomain domain, Optional<SendingDomain> system) {
        String reason = "expected a domain that is verified for sending, but " + domain.domainName()
                + " is not any more: its records were not found in time";
        return switch (domain.use().whenUnverified()) {
            case HOLD -> new Held(reason);
            case REFUSE -> new Refused(reason);
            case SYSTEM_DOMAIN ->
                system.filter(other -> other.standing() == SendingDomain.Standing.VERIFIED)
                        .<Clearance>map(Substituted::new)
                        .orElseGet(() -> new Held(reason + "; and the organisation has no system domain to send from"));
        };
    }
}
