package org.postroom.console.administration.mailbox.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.mailbox.Mailbox;

/**
 * A mailbox as the form sends it. Secrets that were not typed are left out: the service then keeps its own.
 *
 * @param version the version that the form was made from
 * @param addressId the address that its mails are for
 * @param host its host name
 * @param port its port
 * @param tls NONE, STARTTLS or TLS
 * @param authentication PASSWORD or OAUTH2
 * @param userName the user
 * @param password the password, where one was typed
 * @param tokenEndpoint where access tokens are fetched
 * @param clientId in whose name
 * @param clientSecret its secret, where one was typed
 * @param scope for what
 * @param folder the folder
 * @param afterwards NOTHING, MARK_READ or DELETE
 * @param fetchOld true where what lies there already is fetched, too
 */
record MailboxForm(
        @Nullable Long version,
        @Nullable String addressId,
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
        @Nullable String folder,
        @Nullable String afterwards,
        @Nullable Boolean fetchOld) {

    private static final String OAUTH2 = "OAUTH2";

    /** What the service takes. */
    Wish wish() {
        return wish(text(addressId), null);
    }

    /** What the service takes to try it: the stored secret of a mailbox stands in for one that was not typed. */
    Wish trial(@Nullable String mailboxId) {
        return wish(null, mailboxId);
    }

    private Wish wish(@Nullable String address, @Nullable String mailboxId) {
        boolean oauth2 = OAUTH2.equals(authentication);
        boolean trial = address == null;
        return new Wish(
                trial ? null : version,
                address,
                text(host),
                number(port),
                text(tls),
                text(authentication),
                text(userName),
                oauth2 ? null : secret(password),
                oauth2 ? new Tokens(text(tokenEndpoint), text(clientId), secret(clientSecret), text(scope)) : null,
                text(folder),
                text(afterwards),
                trial ? null : Boolean.TRUE.equals(fetchOld),
                mailboxId);
    }

    /** The same as a page shows it again; what was typed as a secret is not shown. */
    Mailbox shown(@Nullable String id, @Nullable Mailbox stored) {
        return Mailbox.described(
                id,
                stored == null ? version : stored.version(),
                addressId,
                host,
                number(port),
                String.valueOf(tls),
                String.valueOf(authentication),
                userName,
                new Mailbox.OAuth2(tokenEndpoint, clientId, scope),
                folder,
                String.valueOf(afterwards),
                Boolean.TRUE.equals(fetchOld));
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

    /** A mailbox in the words of inbound-mail-service. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wish(
            @Nullable Long version,
            @Nullable String addressId,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String tls,
            @Nullable String authentication,
            @Nullable String userName,
            @Nullable String password,
            @Nullable Tokens oauth2,
            @Nullable String folder,
            @Nullable String afterwards,
            @Nullable Boolean fetchOld,
            @Nullable String mailboxId) {

        @Override
        public String toString() {
            return "Wish[host=" + host + "]";
        }
    }

    /** How access tokens are fetched, in the words of inbound-mail-service. */
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
        return "MailboxForm[host=" + host + "]";
    }
}
