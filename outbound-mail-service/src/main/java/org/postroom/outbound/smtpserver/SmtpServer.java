package org.postroom.outbound.smtpserver;

import org.jspecify.annotations.Nullable;
import org.postroom.runtime.token.OAuth2;

/**
 * An SMTP server of an organisation, without its secret.
 *
 * @param id the server
 * @param name its name among the organisation's servers
 * @param host its host name or network address
 * @param port its port
 * @param encryption how connections are encrypted
 * @param authentication how we sign in
 * @param userName whom we sign in as; null where we do not
 * @param oauth2 where the access token comes from; null unless we sign in with one
 * @param connectionLimit how many connections may be open at once, over all replicas
 * @param version counted from 1
 */
public record SmtpServer(
        String id,
        String name,
        String host,
        int port,
        Encryption encryption,
        Authentication authentication,
        @Nullable String userName,
        @Nullable OAuth2 oauth2,
        int connectionLimit,
        long version) {

    /** How connections are encrypted. */
    public enum Encryption {
        /** Not at all. */
        NONE,
        /** After STARTTLS, without which nothing is sent (RFC 3207). */
        STARTTLS,
        /** From the first octet (RFC 8314). */
        TLS
    }

    /** How we sign in. */
    public enum Authentication {
        /** Not at all. */
        NONE,
        /** With user name and password (RFC 4954). */
        PASSWORD,
        /** With user name and an access token (XOAUTH2). */
        OAUTH2
    }
}
