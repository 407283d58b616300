package org.postroom.runtime.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads the claims that Postroom's tokens carry beyond the standard ones. */
public final class Claims {

    /** The claim that names the organisation's identifier; absent from an operator's token. */
    public static final String ORGANISATION = "organisation";

    /** The claim that lists the permissions. */
    public static final String PERMISSIONS = "permissions";

    private Claims() {}

    /** The permissions in the token; empty where it has none. */
    public static Set<String> permissions(Jwt token) {
        @Nullable List<String> permissions = token.getClaimAsStringList(PERMISSIONS);
        return permissions == null ? Set.of() : Set.copyOf(permissions);
    }

    /** The user in the token; empty where it names no organisation. */
    public static Optional<SignedInUser> user(Jwt token) {
        @Nullable String organisation = token.getClaimAsString(ORGANISATION);
        @Nullable String subject = token.getSubject();
        if (organisation == null || organisation.isBlank() || subject == null) {
            return Optional.empty();
        }
        @Nullable String name = token.getClaimAsString("name");
        return Optional.of(new SignedInUser(subject, organisation, name == null ? subject : name, permissions(token)));
    }
}
