package org.postroom.verification.maildomain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps the domains, with when each is checked next. Each writing method is one transaction with what it publishes. */
public interface MailDomainStore {

    /** Finds a domain of an organisation. */
    Optional<KeptDomain> find(String organisationId, String domainId);

    /** Finds the domain of whoever has a name. */
    Optional<MailDomain> owned(String domainName);

    /** All domains of an organisation, by name. */
    List<KeptDomain> ofOrganisation(String organisationId);

    /** Adds a domain that is due at once; where it is there already or was removed, nothing happens. */
    void add(Decision decision, Instant now);

    /** Changes a domain, which is then due at once; where it is not there, nothing happens. */
    void change(String organisationId, String domainId, Function<MailDomain, Decision> change, Instant now);

    /** Forgets a domain for good, with its history: identifiers are never used again. */
    void remove(String organisationId, String domainId, Instant now);

    /** Forgets all domains of an organisation for good. */
    void removeOrganisation(String organisationId, Instant now);

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
     * Completes a claimed check: stores and publishes the decision, and adds the check to the history. Where the domain
     * was removed, changed or claimed anew in the meantime, nothing happens.
     *
     * @param next when the domain is checked next, unless it was asked for in the meantime
     */
    void complete(DueCheck due, Check check, Duration grace, Function<MailDomain, Instant> next);

    /**
     * The history of a domain's checks, the newest first.
     *
     * @param before the number that they are below; null to begin with the newest
     */
    List<PastCheck> history(String organisationId, String domainId, @Nullable Long before, int limit);

    /** How many domains should have been checked before a moment, and were not. */
    long overdue(Instant before);

    /**
     * A domain as it is kept.
     *
     * @param domain the domain
     * @param nextCheckAt when it is checked next; null where it is never
     * @param lastRequestedAt when a user last asked for a check; null where none has
     */
    record KeptDomain(
            MailDomain domain,
            @Nullable Instant nextCheckAt,
            @Nullable Instant lastRequestedAt) {}

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
        /** The domain is due now, or needs no checks. */
        ACCEPTED,
        /** The last request was heard a moment ago. */
        TOO_SOON,
        /** The organisation has no such domain. */
        UNKNOWN
    }
}
