package org.postroom.domain.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.id.OrganisationId;

/** Keeps the organisations. Writing happens inside {@link #inInstallation}. */
public interface OrganisationStore {

    /** Finds an organisation. */
    Optional<RegisteredOrganisation> find(OrganisationId id);

    /**
     * Returns organisations, in the order of their names.
     *
     * @param after only those behind the one with this identifier; null from the beginning
     * @param limit how many at most
     */
    List<RegisteredOrganisation> some(@Nullable String after, int limit);

    /** Adds an organisation; false where the account name is taken. */
    boolean add(RegisteredOrganisation organisation);

    /** Writes an organisation's new version or state; false where its account name is taken. */
    boolean update(RegisteredOrganisation organisation);

    /** Forgets an organisation that owns nothing any more, and remembers that its identifier was used. */
    void remove(OrganisationId id, Instant at);

    /** Whether an organisation with this identifier was removed. */
    boolean wasRemoved(OrganisationId id);

    /** Remembers when an organisation gave up an account name. */
    void retire(AccountName name, OrganisationId by, Instant at);

    /** When an account name was given up last by another organisation than this one; empty where it never was. */
    Optional<Instant> retiredByAnother(AccountName name, OrganisationId id);

    /**
     * Runs the steps as one change that no other change of the set of organisations or of their account names meets.
     *
     * @return what the steps return
     */
    <R> R inInstallation(Supplier<R> steps);
}
