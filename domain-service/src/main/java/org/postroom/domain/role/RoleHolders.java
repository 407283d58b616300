package org.postroom.domain.role;

import org.postroom.runtime.security.SignedInUser;

/** Knows who has which role. */
public interface RoleHolders {

    /** Whether any agent of the user's organisation has the role. */
    boolean anyoneHas(SignedInUser user, RoleId role);
}
