package org.postroom.verification.maildomain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.security.SignedInUser;
import org.postroom.verification.maildomain.MailDomainStore.CheckRequest;
import org.postroom.verification.record.ExpectedRecord;

/** Follows which domains there are, and answers users about them. */
public final class MailDomains {

    private final MailDomainStore store;
    private final TokenSource tokens;
    private final String mailHost;
    private final Duration requestPause;
    private final Clock clock;

    /**
     * Takes where domains are kept.
     *
     * @param mailHost the host that takes mail for us
     * @param requestPause how long after one request for a check the next is heard
     */
    public MailDomains(MailDomainStore store, TokenSource tokens, String mailHost, Duration requestPause, Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.mailHost = mailHost;
        this.requestPause = requestPause;
        this.clock = clock;
    }

    /** A domain was added; once more changes nothing. */
    public void added(DomainIdentity domain) {
        Instant now = clock.instant();
        store.add(MailDomain.added(domain, tokens.next(), mailHost, now), now);
    }

    /** A DKIM key was issued for a domain; once more changes nothing. */
    public void dkimKeyIssued(DomainIdentity domain, String selector, String keyType, String publicKey) {
        Instant now = clock.instant();
        ExpectedRecord dkim = ExpectedRecord.dkim(domain.domainName(), selector, keyType, publicKey);
        store.change(domain.organisationId(), domain.domainId(), present -> present.withDkimRecord(dkim, now), now);
    }

    /** A domain was removed; once more changes nothing. */
    public void removed(DomainIdentity domain) {
        store.remove(domain.organisationId(), domain.domainId());
    }

    /**
     * Returns a domain of the user's organisation.
     *
     * @throws NotFoundException where there is none, or it was added only this moment
     */
    public MailDomain get(SignedInUser user, String domainId) {
        return store.find(user.organisationId(), domainId).orElseThrow(() -> new NotFoundException("domain", domainId));
    }

    /** How long after one request for a check the next is heard. */
    public Duration requestPause() {
        return requestPause;
    }

    /** Asks for a check now. */
    public CheckRequest requestCheck(SignedInUser user, String domainId) {
        return store.requestCheck(user.organisationId(), domainId, clock.instant(), requestPause);
    }
}
