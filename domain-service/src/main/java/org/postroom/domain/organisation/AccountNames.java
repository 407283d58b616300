package org.postroom.domain.organisation;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.postroom.runtime.problem.ConflictException;

/** Which account names an organisation may take: each becomes a name below the platform's domain. */
public final class AccountNames {

    private final OrganisationStore store;
    private final Set<AccountName> reserved;
    private final Duration quarantine;

    /**
     * Takes the names that nobody may have.
     *
     * @param reserved names below the platform's domain that it uses itself
     * @param quarantine how long a name that was given up stays away from other organisations: mail to the former
     *     owner's system domain must not reach the next one
     */
    public AccountNames(OrganisationStore store, Set<AccountName> reserved, Duration quarantine) {
        this.store = store;
        this.reserved = Set.copyOf(reserved);
        this.quarantine = quarantine;
    }

    /** How long a name that was given up stays away from other organisations. */
    public Duration quarantine() {
        return quarantine;
    }

    /**
     * Checks that an organisation may have the name that it wants.
     *
     * @throws ConflictException where the platform needs it itself, or another organisation gave it up lately
     */
    void check(Organisation wanted, Instant now) {
        AccountName name = wanted.accountName();
        if (reserved.contains(name)) {
            throw new ConflictException("expected an account name that the platform does not need itself, but got %s"
                    .formatted(name.value()));
        }
        store.retiredByAnother(name, wanted.id())
                .map(retired -> retired.plus(quarantine))
                .filter(now::isBefore)
                .ifPresent(free -> {
                    throw new ConflictException(
                            "expected an account name that is free, but %s was given up lately and stays away from others until %s"
                                    .formatted(name.value(), free));
                });
    }
}
