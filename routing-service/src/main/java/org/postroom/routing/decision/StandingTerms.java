package org.postroom.routing.decision;

import org.jspecify.annotations.Nullable;
import org.postroom.routing.id.OrganisationId;

/** The terms that the journal named last; there are none where it never did. */
final class StandingTerms extends Slice<OrganisationId, Terms> {

    /** An organisation has no name for itself in its own state. */
    private static final OrganisationId ITSELF = new OrganisationId("itself");

    StandingTerms() {
        super(EntityKind.TERMS, Terms.class, OrganisationId::new);
    }

    void put(Terms terms) {
        put(ITSELF, terms);
    }

    /** What is decided by them was made with them: {@link OrganisationRouting} makes a new state where they change. */
    @Override
    void follow(OrganisationId id, @Nullable Terms before, @Nullable Terms after) {}
}
