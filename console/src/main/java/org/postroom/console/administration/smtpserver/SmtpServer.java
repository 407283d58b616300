package org.postroom.console.administration.smtpserver;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A server as outbound-mail-service shows it: without its secrets.
 *
 * @param id the identifier; null in a form that was not saved yet
 * @param version the version that was read; null in a form that was not saved yet
 * @param name the name for administrators
 * @param host its host name
 * @param port its port; null where none was typed
 * @param tls NONE, STARTTLS or TLS
 * @param authentication NONE, PASSWORD or OAUTH2
 * @param userName the user; null where none is needed
 * @param passwordSet whether a password is kept
 * @param oauth2 how access tokens are fetched; null where they are not
 * @param connectionLimit how many connections at once; null where none was typed
 */
public record SmtpServer(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String name,
        @Nullable String host,
        @Nullable Integer port,
        String tls,
        String authentication,
        @Nullable String userName,
        boolean passwordSet,
        @Nullable OAuth2 oauth2,
        @Nullable Integer connectionLimit) {

    private static final int SUBMISSION_PORT = 587;
    private static final int FEW_CONNECTIONS = 5;

    /** Takes the safest for what is left out. */
    public SmtpServer {
        tls = Objects.requireNonNullElse(tls, "STARTTLS");
        authentication = Objects.requireNonNullElse(authentication, "PASSWORD");
    }

    /** A server as a new form shows it. */
    public static SmtpServer blank() {
        return new SmtpServer(
                null, null, null, null, SUBMISSION_PORT, "STARTTLS", "PASSWORD", null, false, null, FEW_CONNECTIONS);
    }

    /** The encryption in words. */
    public String tlsLabel() {
        return switch (tls) {
            case "NONE" -> "no encryption";
            case "TLS" -> "TLS";
            default -> "STARTTLS";
        };
    }

    /** How one signs in, in words. */
    public String authenticationLabel() {
        return switch (authentication) {
            case "NONE" -> "without sign-in";
            case "OAUTH2" -> "OAuth2";
            default -> passwordSet ? "password kept" : "no password yet";
        };
    }

    /**
     * How access tokens are fetched (client credentials, RFC 6749 section 4.4).
     *
     * @param tokenEndpoint where
     * @param clientId in whose name
     * @param clientSecretSet whether the secret is kept
     * @param scope for what; null where the server wants none
     */
    public record OAuth2(
            @Nullable String tokenEndpoint,
            @Nullable String clientId,
            boolean clientSecretSet,
            @Nullable String scope) {}
}
