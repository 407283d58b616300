package org.postroom.console.administration.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.State;

/**
 * A mailbox as inbound-mail-service shows it: without its secrets.
 *
 * @param id the identifier; null in a form that was not saved yet
 * @param version the version that was read; null in a form that was not saved yet
 * @param addressId the address that its mails are for
 * @param host its host name
 * @param port its port; null where none was typed
 * @param tls NONE, STARTTLS or TLS
 * @param authentication PASSWORD or OAUTH2
 * @param userName the user
 * @param oauth2 how access tokens are fetched; null where they are not
 * @param folder the folder
 * @param afterwards NOTHING, MARK_READ or DELETE
 * @param fetchOld whether what lay there before is fetched, too
 * @param signInRefused whether the sign-in was refused the last time
 * @param failingSince since when nothing is fetched; null where all is well
 * @param problem why; null where all is well
 * @param nextAttempt when it is tried again; null where all is well
 * @param fetchedAt when the last round went well; null for never
 * @param notTaken mails that were refused for good, the latest first
 */
public record Mailbox(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String addressId,
        @Nullable String host,
        @Nullable Integer port,
        String tls,
        String authentication,
        @Nullable String userName,
        @Nullable OAuth2 oauth2,
        @Nullable String folder,
        String afterwards,
        boolean fetchOld,
        boolean signInRefused,
        @Nullable Instant failingSince,
        @Nullable String problem,
        @Nullable Instant nextAttempt,
        @Nullable Instant fetchedAt,
        List<NotTaken> notTaken) {

    private static final int TLS_PORT = 993;

    /** Takes the usual for what is left out. */
    public Mailbox {
        tls = Objects.requireNonNullElse(tls, "TLS");
        authentication = Objects.requireNonNullElse(authentication, "PASSWORD");
        afterwards = Objects.requireNonNullElse(afterwards, "NOTHING");
        notTaken = List.copyOf(Objects.requireNonNullElse(notTaken, List.of()));
    }

    /** A mailbox as a new form shows it. */
    public static Mailbox blank() {
        return described(null, null, null, null, TLS_PORT, "TLS", "PASSWORD", null, null, "INBOX", "NOTHING", false);
    }

    /** A mailbox of which nothing but its description is known. */
    public static Mailbox described(
            @Nullable String id,
            @Nullable Long version,
            @Nullable String addressId,
            @Nullable String host,
            @Nullable Integer port,
            String tls,
            String authentication,
            @Nullable String userName,
            @Nullable OAuth2 oauth2,
            @Nullable String folder,
            String afterwards,
            boolean fetchOld) {
        return new Mailbox(
                id,
                version,
                addressId,
                host,
                port,
                tls,
                authentication,
                userName,
                oauth2,
                folder,
                afterwards,
                fetchOld,
                false,
                null,
                null,
                null,
                null,
                List.of());
    }

    /** How fetching goes, in words. */
    public State state() {
        if (signInRefused) {
            return new State("Sign-in refused", "bad");
        }
        if (failingSince != null) {
            return new State("Fails", "bad");
        }
        return fetchedAt == null ? new State("Not fetched yet", "wait") : new State("Fetched", "good");
    }

    /**
     * How access tokens are fetched (client credentials, RFC 6749 section 4.4).
     *
     * @param tokenEndpoint where
     * @param clientId in whose name
     * @param scope for what; null where the server wants none
     */
    public record OAuth2(
            @Nullable String tokenEndpoint,
            @Nullable String clientId,
            @Nullable String scope) {}

    /**
     * A mail that was refused for good.
     *
     * @param uid its number in the folder
     * @param reason why
     * @param at when
     */
    public record NotTaken(long uid, String reason, Instant at) {}
}
