package org.postroom.outbound.smtpserver;

import org.jspecify.annotations.Nullable;

/**
 * A server as a client describes it, unchecked.
 *
 * @param name its name
 * @param host its host name or network address
 * @param port its port
 * @param tls NONE, STARTTLS or TLS
 * @param authentication NONE, PASSWORD or OAUTH2
 * @param userName whom to sign in as
 * @param password the password; null to keep the stored one
 * @param oauth2 where the access token comes from
 * @param connectionLimit how many connections may be open at once; null for 5
 * @param version the version that the client has seen; null for a new server
 */
public record ServerForm(
        @Nullable String name,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String tls,
        @Nullable String authentication,
        @Nullable String userName,
        @Nullable String password,
        @Nullable OAuth2Form oauth2,
        @Nullable Integer connectionLimit,
        @Nullable Long version) {

    /** The secret it carries: a password or a client's secret; null for none. */
    @Nullable
    String secret() {
        return "OAUTH2".equals(authentication) ? (oauth2 == null ? null : oauth2.clientSecret()) : password;
    }

    @Override
    public String toString() {
        return "ServerForm[name=" + name + ", secrets withheld]";
    }

    /**
     * Where the access token comes from, unchecked.
     *
     * @param tokenEndpoint its URL
     * @param clientId the client
     * @param clientSecret the client's secret; null to keep the stored one
     * @param scope the scope; null for none
     */
    public record OAuth2Form(
            @Nullable String tokenEndpoint,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable String scope) {

        @Override
        public String toString() {
            return "OAuth2Form[clientId=" + clientId + ", secrets withheld]";
        }
    }
}
