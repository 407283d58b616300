package org.postroom.domain.organisation;

import java.time.Clock;
import java.util.Optional;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.problem.NotFoundException;

/** Creates organisations; only the installation's operator does. */
public final class Organisations {

    private final OrganisationStore store;
    private final Clock clock;

    /** Takes where organisations are kept. */
    public Organisations(OrganisationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Returns an organisation.
     *
     * @throws NotFoundException where there is none
     */
    public Organisation get(OrganisationId id) {
        return store.find(id).orElseThrow(() -> new NotFoundException("organisation", id.value()));
    }

    /**
     * Creates an organisation. Creating the same once more changes nothing.
     *
     * @throws ConflictException where the identifier belongs to a different organisation, or the account name is taken
     */
    public void create(Organisation organisation) {
        Optional<Organisation> existing = store.find(organisation.id());
        if (existing.isPresent() && !existing.get().equals(organisation)) {
            throw new ConflictException("expected the organisation as it was created, but other values were given");
        }
        if (existing.isEmpty() && !store.add(organisation, clock.instant())) {
            throw new ConflictException("expected an account name that no organisation has, but %s is taken"
                    .formatted(organisation.accountName().value()));
        }
    }
}
