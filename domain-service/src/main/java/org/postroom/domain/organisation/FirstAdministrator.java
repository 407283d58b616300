package org.postroom.domain.organisation;

import org.postroom.domain.directory.Identifier;
import org.postroom.domain.directory.Name;

/**
 * Who administers a new organisation before anybody else can.
 *
 * @param userId the subject of their sign-in
 * @param displayName the name that others see
 */
public record FirstAdministrator(String userId, Name displayName) {

    /** Checks the identifier. */
    public FirstAdministrator {
        userId = Identifier.checked(userId);
    }
}
