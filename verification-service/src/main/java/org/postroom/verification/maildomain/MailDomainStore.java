package org.postroom.verification.maildomain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps the domains, with when each is checked next. Each writing method is one transaction with what it publishes. */
public interface MailDomainStore {

    /** Finds a domain of an organisation. */
    Optional<MailDomain> find(String organisationId, String domainId);

    /** Adds a domain that is due at once; where it is there already or was removed, nothing happens. */
    void add(Decision decision, Instant now);

    /** Changes a domain, which is then due at once; where it is not there, nothing happens. */
    void change(String organisationId, String domainId, Function<MailDomain, Decision> change, Instant now);

    /** Forgets a domain for good: identifiers are never used again. */
    void remove(String organisationId, String domainId);

    /**
     * Makes a domain due at once, because a user asked.
     *
     * @param pause how long after one request the next is heard
     */
    CheckRequest requestCheck(String organisationId, String domainId, Instant now, Duration pause);

    /**
     * Takes domains that are due. No other replica takes them before the lease ends; who has not completed the check by
     * then, loses it.
     */
    List<DueCheck> claimDue(Instant now, Duration lease, int most);

    /**
     * Completes a claimed check: stores and publishes the decision. Where the domain was removed or claimed anew in
     * the meantime, nothing happens.
     *
     * @param next when the domain is checked next, unless it was asked for in the meantime
     */
    void complete(
            DueCheck check, Function<MailDomain, Decision> conclusion, Function<MailDomain, Instant> next, Instant now);

    /**
     * A claimed check.
     *
     * @param domain the domain as it was when claimed
     * @param trigger what makes it run
     * @param claim tells this claim from later ones
     */
    record DueCheck(MailDomain domain, CheckTrigger trigger, long claim) {}

    /** What became of a user's request for a check. */
    enum CheckRequest {
        /** The domain is due now. */
        ACCEPTED,
        /** The last request was heard a moment ago. */
        TOO_SOON,
        /** The organisation has no such domain. */
        UNKNOWN
    }
}
