package org.postroom.outbound.signing;

import java.time.Clock;
import java.time.Instant;

/** Gives each new domain its key. */
public final class IssueKeys {

    private final SendingDomains domains;
    private final DkimKeys keys;
    private final KeyAnnouncer announcer;
    private final Clock clock;

    /** Takes what issuing works with. */
    public IssueKeys(SendingDomains domains, DkimKeys keys, KeyAnnouncer announcer, Clock clock) {
        this.domains = domains;
        this.keys = keys;
        this.announcer = announcer;
        this.clock = clock;
    }

    /** A domain was added: makes and announces its key, unless it has one. The caller provides the transaction. */
    public void domainAdded(String organisationId, String domainId, String domainName) {
        domains.added(organisationId, domainId, domainName);
        if (keys.ofDomain(organisationId, domainId).isEmpty()) {
            Instant now = clock.instant();
            DkimKey key = DkimKey.generate(DkimKey.FIRST_SELECTOR);
            keys.add(organisationId, domainId, key, now);
            announcer.issued(organisationId, domainId, domainName, key, now);
        }
    }
}
