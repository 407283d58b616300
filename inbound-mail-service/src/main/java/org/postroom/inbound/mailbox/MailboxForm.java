package org.postroom.inbound.mailbox;

import org.jspecify.annotations.Nullable;

/**
 * A mailbox as a client describes it, unchecked.
 *
 * @param addressId the address that its mails are for
 * @param host its host name or network address
 * @param port its port; null for 993 with TLS and 143 otherwise
 * @param tls NONE, STARTTLS or TLS
 * @param authentication PASSWORD or OAUTH2
 * @param userName whom to sign in as
 * @param password the password; null to keep the stored one
 * @param oauth2 where the access token comes from
 * @param folder the folder; null for INBOX
 * @param afterwards NOTHING, MARK_READ or DELETE; null for NOTHING
 * @param fetchOld whether what lies there already is fetched, too; null for not
 * @param version the version that the client has seen; null for a new mailbox
 */
public record MailboxForm(
        @Nullable String addressId,
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String tls,
        @Nullable String authentication,
        @Nullable String userName,
        @Nullable String password,
        @Nullable OAuth2Form oauth2,
        @Nullable String folder,
        @Nullable String afterwards,
        @Nullable Boolean fetchOld,
        @Nullable Long version) {

    /** The secret it carries: a password or a client's secret; null for none. */
    @Nullable
    String secret() {
        return "OAUTH2".equals(authentication) ? (oauth2 == null ? null : oauth2.clientSecret()) : password;
    }

    @Override
    public String toString() {
        return "MailboxForm[host=" + host + ", secrets withheld]";
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
