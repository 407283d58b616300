package org.postroom.console.administration.smtpserver.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.smtpserver.SmtpServer;

/**
 * A server as the form sends it. Secrets that were not typed are left out: the service then keeps its own.
 *
 * @param version the version that the form was made from
 * @param name the name for administrators
 * @param host its host name
 * @param port its port
 * @param tls NONE, STARTTLS or TLS
 * @param authentication NONE, PASSWORD or OAUTH2
 * @param userName the user
 * @param password the password, where one was typed
 * @param tokenEndpoint where access tokens are fetched
 * @param clientId in whose name
 * @param clientSecret its secret, where one was typed
 * @param scope for what
 * @param connectionLimit how many connections at once
 */
record ServerForm(
        @Nullable Long version,
        @Nullable String name,
        @Nullable String host,
        @Nullable String port,
        @Nullable String tls,
        @Nullable String authentication,
        @Nullable String userName,
        @Nullable String password,
        @Nullable String tokenEndpoint,
        @Nullable String clientId,
        @Nullable String clientSecret,
        @Nullable String scope,
        @Nullable String connectionLimit) {

    private static final String PASSWORD = "PASSWORD";
    private static final String OAUTH2 = "OAUTH2";

    /** What the service takes. */
    Wish wish() {
        return wish(null, null);
    }

    /** What the service takes to try it: the stored secret of a server stands in for one that was not typed. */
    Wish wish(@Nullable String smtpServerId, @Nullable String from) {
        boolean oauth2 = OAUTH2.equals(authentication);
        return new Wish(
                version,
                text(name),
                text(host),
                number(port),
                text(tls),
                text(authentication),
                PASSWORD.equals(authentication) || oauth2 ? text(userName) : null,
                PASSWORD.equals(authentication) ? secret(password) : null,
                oauth2 ? new Tokens(text(tokenEndpoint), text(clientId), secret(clientSecret), text(scope)) : null,
                number(connectionLimit),
                smtpServerId,
                text(from));
    }

    /** The same as a page shows it again; what was typed as a secret is not shown. */
    SmtpServer shown(@Nullable String id, @Nullable SmtpServer stored) {
        SmtpServer.@Nullable OAuth2 kept = stored == null ? null : stored.oauth2();
        return new SmtpServer(
                id,
                stored == null ? version : stored.version(),
                name,
                host,
                number(port),
                String.valueOf(tls),
                String.valueOf(authentication),
                userName,
                stored != null && stored.passwordSet(),
                new SmtpServer.OAuth2(tokenEndpoint, clientId, kept != null && kept.clientSecretSet(), scope),
                number(connectionLimit));
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** A secret may begin or end with a space. */
    private static @Nullable String secret(@Nullable String typed) {
        return typed == null || typed.isEmpty() ? null : typed;
    }

    private static @Nullable Integer number(@Nullable String typed) {
        String text = text(typed);
        return text == null || !text.matches("[0-9]{1,9}") ? null : Integer.valueOf(text);
    }

    /** A server in the words of outbound-mail-service. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wish(
            @Nullable Long version,
            @Nullable String name,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String tls,
            @Nullable String authentication,
            @Nullable String userName,
            @Nullable String password,
            @Nullable Tokens oauth2,
            @Nullable Integer connectionLimit,
            @Nullable String smtpServerId,
            @Nullable String from) {

        @Override
        public String toString() {
            return "Wish[name=" + name + "]";
        }
    }

    /** How access tokens are fetched, in the words of outbound-mail-service. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Tokens(
            @Nullable String tokenEndpoint,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable String scope) {

        @Override
        public String toString() {
            return "Tokens[clientId=" + clientId + "]";
        }
    }

    @Override
    public String toString() {
        return "ServerForm[name=" + name + "]";
    }
}
