package org.postroom.runtime.security;

import java.util.Optional;
import org.postroom.runtime.limits.Client;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** The bearer of a token, to whom limits apply. */
public final class SignedInClient {

    private SignedInClient() {}

    /** Who the present request's token belongs to; empty where it has none. */
    public static Optional<Client> now() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? Optional.of(client(token.getToken()))
                : Optional.empty();
    }

    private static Client client(Jwt token) {
        return Claims.user(token)
                .map(user -> new Client.User(user.organisationId(), user.userId()))
                .orElseGet(() -> new Client.User("", String.valueOf(token.getSubject())));
    }
}
