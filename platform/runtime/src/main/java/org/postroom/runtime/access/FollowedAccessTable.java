package org.postroom.runtime.access;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Roles, who has them and what became of organisations, as the log tells. A change takes effect with the next request after
 * its record has arrived, which is a matter of seconds.
 */
final class FollowedAccessTable implements AccessTable {

    private final Supplier<Optional<KnownAccess>> known;

    /** @param known what was read; empty until all was */
    FollowedAccessTable(Supplier<Optional<KnownAccess>> known) {
        this.known = known;
    }

    @Override
    public Set<String> permissions(String organisationId, String userId) {
        return known.get()
                .map(access -> access.permissions(organisationId, userId))
                .orElse(Set.of());
    }

    @Override
    public Standing standing(String organisationId) {
        return known.get().map(access -> access.standing(organisationId)).orElse(Standing.UNKNOWN);
    }
}
