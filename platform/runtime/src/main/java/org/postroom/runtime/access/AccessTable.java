package org.postroom.runtime.access;

import java.util.Set;

/** What a service knows about users and organisations beyond their tokens. It is asked with every request. */
public interface AccessTable {

    /** Knows nothing: the token alone decides. */
    AccessTable NOTHING = new AccessTable() {
        @Override
        public Set<String> permissions(String organisationId, String userId) {
            return Set.of();
        }

        @Override
        public Standing standing(String organisationId) {
            return Standing.ACTIVE;
        }
    };

    /** The permissions that the user's roles give, besides those in the token. */
    Set<String> permissions(String organisationId, String userId);

    /** Whether the organisation's users may work. */
    Standing standing(String organisationId);

    /** What became of an organisation. */
    enum Standing {
        /** Its users may work. */
        ACTIVE,
        /** The operator has suspended it; nothing is lost. */
        SUSPENDED,
        /** The operator has removed it. */
        REMOVED,
        /** It cannot be said yet: the service has not read it since it started. */
        UNKNOWN
    }
}
