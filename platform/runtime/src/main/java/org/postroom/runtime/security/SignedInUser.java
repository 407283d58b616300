package org.postroom.runtime.security;

import java.util.Set;

/**
 * Who is asking, as the access token says. A controller takes it as a parameter and passes its organisation on: there
 * is no other way to learn which organisation a request is for.
 *
 * @param userId the token's subject
 * @param organisationId the one organisation that the token is good for
 * @param name the name to show to others
 * @param permissions what the user may do, after the field's names, for instance {@code routing:email:manage}
 */
public record SignedInUser(String userId, String organisationId, String name, Set<String> permissions) {

    /** Copies the permissions, so that they never change. */
    public SignedInUser {
        permissions = Set.copyOf(permissions);
    }
}
