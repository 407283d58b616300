package org.postroom.outbound.signing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.signing.DkimKeys.KeyOfDomain;
import org.postroom.runtime.id.DomainId;
import org.postroom.runtime.id.OrganisationId;

/** Gives each custom domain its keys, and lets one take over from the other. The caller provides the transaction. */
public final class IssueKeys {

    private final DkimKeys keys;
    private final KeyPublisher publisher;
    private final Duration retireAfter;
    private final Clock clock;

    /**
     * Takes what issuing works with.
     *
     * @param retireAfter how long the record of a key must stay after another took over
     */
    public IssueKeys(DkimKeys keys, KeyPublisher publisher, Duration retireAfter, Clock clock) {
        this.keys = keys;
        this.publisher = publisher;
        this.retireAfter = retireAfter;
        this.clock = clock;
    }

    /** Makes and announces the keys that a domain lacks. */
    public void complete(OrganisationId organisationId, DomainId domainId, String domainName) {
        Instant now = clock.instant();
        var domain = new Domain(organisationId, domainId, domainName);
        if (keys.lock(organisationId, domainId).active().isEmpty()) {
            IssuedKey.State state = IssuedKey.State.ACTIVE;
            DkimKey first = issue(domain, next(domain), KeyType.RSA, state, now);
            publisher.activated(domain.key(first.selector(), KeyType.RSA), null, now);
        }
        if (keys.ofDomain(organisationId, domainId).standby().isEmpty()) {
            issue(domain, next(domain), KeyType.RSA, IssuedKey.State.STANDBY, now);
        }
        if (keys.ofDomain(organisationId, domainId).second().isEmpty()) {
            issue(domain, KeyRing.ED25519_SELECTOR, KeyType.ED25519, IssuedKey.State.STANDBY, now);
        }
    }

    /**
     * Lets the key in waiting take over, and makes the next one, unless its record is not published.
     *
     * @return why it cannot take over, in the form "expected …, but …"; empty where it did
     */
    public Optional<String> rotate(OrganisationId organisationId, DomainId domainId, String domainName) {
        KeyRing ring = keys.lock(organisationId, domainId);
        Optional<IssuedKey> standby = ring.standby();
        if (standby.isEmpty()) {
            return Optional.of("expected a key that can take over, but " + domainName + " has none");
        }
        String selector = standby.get().selector();
        if (!standby.get().recordOk()) {
            return Optional.of("expected the record " + selector + "._domainkey." + domainName
                    + " to be found as issued, but it is not: publish it and let it be checked");
        }
        Instant now = clock.instant();
        @Nullable String previous = ring.active().map(IssuedKey::selector).orElse(null);
        if (previous != null) {
            keys.retire(organisationId, domainId, previous, now.plus(retireAfter));
        }
        keys.activate(organisationId, domainId, selector, now);
        var domain = new Domain(organisationId, domainId, domainName);
        publisher.activated(domain.key(selector, KeyType.RSA), previous, now);
        issue(domain, next(domain), KeyType.RSA, IssuedKey.State.STANDBY, now);
        return Optional.empty();
    }

    /** The record of a key was found as issued, or was not; the second key is used from the first time on. */
    public void recordFound(OrganisationId organisationId, SendingDomain domain, String selector, boolean found) {
        keys.recordFound(organisationId, domain.domainId(), selector, found);
        boolean first = keys.ofDomain(organisationId, domain.domainId())
                .second()
                .filter(key -> key.selector().equals(selector) && key.activatedAt() == null)
                .isPresent();
        if (found && first) {
            Instant now = clock.instant();
            keys.activate(organisationId, domain.domainId(), selector, now);
            publisher.activated(
                    new KeyOfDomain(organisationId, domain.domainId(), domain.domainName(), selector, KeyType.ED25519),
                    null,
                    now);
        }
    }

    /** Destroys a key whose time of grace is over. */
    public void retire(KeyOfDomain key) {
        keys.destroy(key.organisationId(), key.domainId(), key.selector());
        publisher.retired(key, clock.instant());
    }

    private String next(Domain domain) {
        return keys.ofDomain(domain.organisationId(), domain.domainId()).nextSelector();
    }

    private DkimKey issue(Domain domain, String selector, KeyType type, IssuedKey.State state, Instant now) {
        DkimKey key = DkimKey.generate(selector, type);
        keys.add(domain.organisationId(), domain.domainId(), key, state, now);
        publisher.issued(domain.organisationId(), domain.domainId(), domain.domainName(), key, now);
        return key;
    }

    private record Domain(OrganisationId organisationId, DomainId domainId, String domainName) {
        KeyOfDomain key(String selector, KeyType type) {
            return new KeyOfDomain(organisationId, domainId, domainName, selector, type);
        }
    }
}
