package org.postroom.identity;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may sign in, and to what.
 *
 * @param issuer the address that tokens name as their issuer; browsers and services must reach it
 * @param consoleUrl the console's address: where the browser returns to after signing in
 * @param audience what access tokens are for: Postroom's services believe no token that does not name it
 * @param consoleSecret what the console proves itself with
 * @param operatorSecret what the installation's operator proves itself with
 * @param tokenLifetime how long an access token is good for
 * @param users the accounts
 */
@ConfigurationProperties("postroom.identity")
record IdentitySettings(
        URI issuer,
        URI consoleUrl,
        @DefaultValue("postroom") String audience,
        String consoleSecret,
        String operatorSecret,
        @DefaultValue("PT30M") Duration tokenLifetime,
        @DefaultValue List<User> users) {

    IdentitySettings {
        requireText("postroom.identity.console-secret", consoleSecret);
        requireText("postroom.identity.operator-secret", operatorSecret);
        if (!tokenLifetime.isPositive()) {
            throw new IllegalArgumentException(
                    "postroom.identity.token-lifetime: expected a positive duration, but got " + tokenLifetime);
        }
        users = List.copyOf(users);
    }

    /**
     * An account.
     *
     * @param id the identifier in tokens, and the agent's identifier in the directory
     * @param password what the user proves themselves with
     * @param name the name shown to others
     * @param organisation the organisation's identifier
     * @param permissions what the user may do
     */
    record User(String id, String password, String name, String organisation, Set<String> permissions) {

        User {
            requireText("postroom.identity.users.id", id);
            requireText("postroom.identity.users.password", password);
            requireText("postroom.identity.users.organisation", organisation);
            permissions = Set.copyOf(permissions);
        }
    }

    private static void requireText(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + ": expected a value, but it is empty");
        }
    }
}
