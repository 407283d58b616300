package org.postroom.runtime.security;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.postroom.runtime.access.AccessTable;
import org.postroom.runtime.access.AccessTable.Standing;
import org.springframework.security.oauth2.jwt.Jwt;

/** What the bearer of a token may do now: what the token says and what the user's roles give. */
public final class EffectivePermissions {

    private static final String OPERATE = "installation:operate";

    private final AccessTable table;

    /** Takes what is known beyond the token. */
    public EffectivePermissions(AccessTable table) {
        this.table = table;
    }

    /** The permissions of the token's bearer. */
    public Set<String> of(Jwt token) {
        return user(token).map(SignedInUser::permissions).orElseGet(() -> Claims.permissions(token));
    }

    /** The user in the token with all permissions; empty where it names no organisation. */
    public Optional<SignedInUser> user(Jwt token) {
        return Claims.user(token).map(this::withRoles);
    }

    /**
     * Whether the user may work now, which depends on what became of the organisation. Who runs the installation always
     * may: somebody has to be able to resume it.
     */
    public Standing standing(SignedInUser user) {
        return user.permissions().contains(OPERATE) ? Standing.ACTIVE : table.standing(user.organisationId());
    }

    /** The same user with what the roles give now. */
    public SignedInUser withRoles(SignedInUser user) {
        Set<String> byRole = table.permissions(user.organisationId(), user.userId());
        if (byRole.isEmpty()) {
            return user;
        }
        Set<String> all = new HashSet<>(user.permissions());
        all.addAll(byRole);
        return new SignedInUser(user.userId(), user.organisationId(), user.name(), all);
    }
}
