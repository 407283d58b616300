package org.postroom.verification.maildomain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.problem.NotFoundException;
import org.postroom.runtime.security.SignedInUser;
import org.postroom.verification.direction.DomainUse;
import org.postroom.verification.maildomain.MailDomainStore.CheckRequest;
import org.postroom.verification.maildomain.MailDomainStore.KeptDomain;
import org.postroom.verification.transport.StsPolicy;

/** Follows which domains there are and how they are used, and answers users about them. */
public final class MailDomains {

    private final MailDomainStore store;
    private final TokenSource tokens;
    private final Installation installation;
    private final Duration grace;
    private final Duration requestPause;
    private final Clock clock;

    /**
     * Takes where domains are kept.
     *
     * @param installation what domains are asked to point to
     * @param grace how long required records may be absent before a direction fails
     * @param requestPause how long after one request for a check the next is heard
     */
    public MailDomains(
            MailDomainStore store,
            TokenSource tokens,
            Installation installation,
            Duration grace,
            Duration requestPause,
            Clock clock) {
        this.store = store;
        this.tokens = tokens;
        this.installation = installation;
        this.grace = grace;
        this.requestPause = requestPause;
        this.clock = clock;
    }

    /** A domain was added; once more changes nothing. */
    public void added(DomainIdentity domain, DomainUse use) {
        Instant now = clock.instant();
        store.add(MailDomain.added(domain, use, Tokens.from(tokens), installation, now), now);
    }

    /** A domain is used in another way; once more changes nothing. */
    public void usedAs(DomainIdentity domain, DomainUse use) {
        Instant now = clock.instant();
        store.change(
                domain.organisationId(), domain.domainId(), present -> present.usedAs(use, installation, now), now);
    }

    /** A DKIM key was issued for a domain; once more changes nothing. */
    public void dkimKeyIssued(DomainIdentity domain, DkimKey key) {
        Instant now = clock.instant();
        store.change(
                domain.organisationId(),
                domain.domainId(),
                present -> present.dkimKeyIssued(key, installation, now),
                now);
    }

    /** A DKIM key was destroyed; once more changes nothing. */
    public void dkimKeyRetired(DomainIdentity domain, String selector) {
        Instant now = clock.instant();
        store.change(
                domain.organisationId(),
                domain.domainId(),
                present -> present.dkimKeyRetired(selector, installation, now),
                now);
    }

    /** Mail for an address of a domain came through a redirect; once more changes nothing. */
    public void redirectedMailArrived(DomainIdentity domain) {
        Instant now = clock.instant();
        store.change(
                domain.organisationId(), domain.domainId(), present -> present.redirectedMailArrived(now, grace), now);
    }

    /** A domain was removed; once more changes nothing. */
    public void removed(DomainIdentity domain) {
        store.remove(domain.organisationId(), domain.domainId(), clock.instant());
    }

    /** An organisation was removed: nothing of it is kept. */
    public void organisationRemoved(String organisationId) {
        store.removeOrganisation(organisationId, clock.instant());
    }

    /**
     * Returns a domain of the user's organisation.
     *
     * @throws NotFoundException where there is none, or it was added only this moment
     */
    public KeptDomain get(SignedInUser user, String domainId) {
        return store.find(user.organisationId(), domainId).orElseThrow(() -> new NotFoundException("domain", domainId));
    }

    /** The domains of the user's organisation, by name. */
    public List<KeptDomain> all(SignedInUser user) {
        return store.ofOrganisation(user.organisationId());
    }

    /**
     * The history of a domain's checks, the newest first.
     *
     * @param before the number that they are below; null to begin with the newest
     * @throws NotFoundException where there is no such domain
     */
    public List<PastCheck> history(SignedInUser user, String domainId, @Nullable Long before, int limit) {
        get(user, domainId);
        return store.history(user.organisationId(), domainId, before, limit);
    }

    /** How long after one request for a check the next is heard. */
    public Duration requestPause() {
        return requestPause;
    }

    /**
     * The MTA-STS policy that is found at a host.
     *
     * @param host {@code mta-sts.} and a domain
     * @return empty where the mail of no such domain comes to us by its MX record, or no policy is offered
     */
    public Optional<StsPolicy> policyAt(String host) {
        Installation.ServedPolicy served = installation.policy();
        String name = host.toLowerCase(Locale.ROOT);
        if (served == null || !name.startsWith(StsPolicy.HOST_LABEL)) {
            return Optional.empty();
        }
        return store.owned(name.substring(StsPolicy.HOST_LABEL.length()))
                .filter(domain -> PublishedStanding.of(domain, null).receivesUnderName())
                .map(domain -> served.policy());
    }

    /** Asks for a check now. */
    public CheckRequest requestCheck(SignedInUser user, String domainId) {
        return store.requestCheck(user.organisationId(), domainId, clock.instant(), requestPause);
    }
}
