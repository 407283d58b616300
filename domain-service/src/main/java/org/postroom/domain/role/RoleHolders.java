package org.postroom.domain.role;

import java.util.Set;
import org.postroom.domain.directory.Id;
import org.postroom.runtime.security.SignedInUser;

/** Knows who has which role. */
public interface RoleHolders {

    /** The roles that agents of the user's organisation have together, each combination once. */
    Set<Set<Id<Role>>> combinations(SignedInUser user);
}
