package org.postroom.inbound.mailbox;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.inbound.mailbox.Mailbox.Afterwards;
import org.postroom.inbound.mailbox.Mailbox.Authentication;
import org.postroom.inbound.mailbox.Mailbox.Encryption;
import org.postroom.mail.HeaderText;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.token.OAuth2;

/** What a mailbox's description must fulfil. */
final class MailboxRules {

    private static final int LONGEST_VALUE = 1000;
    private static final int HIGHEST_PORT = 65535;
    private static final int TLS_PORT = 993;
    private static final int PLAIN_PORT = 143;
    private static final Pattern HOST = Pattern.compile(
            "(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
                    + "|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private MailboxRules() {}

    /**
     * The mailbox that a form describes.
     *
     * @param plainSecrets whether passwords may go without encryption
     */
    static Mailbox checked(MailboxForm form, String organisationId, String id, long version, boolean plainSecrets) {
        Encryption encryption = choice("tls", form.tls(), Encryption.TLS, Encryption.class);
        if (encryption == Encryption.NONE && !plainSecrets) {
            throw new InvalidFieldException(
                    "tls", "expected STARTTLS or TLS, but NONE would show the password to everyone");
        }
        Authentication authentication =
                choice("authentication", form.authentication(), Authentication.PASSWORD, Authentication.class);
        String folder = form.folder();
        return new Mailbox(
                id,
                organisationId,
                line("addressId", form.addressId()),
                host(form.host()),
                port(form.port(), encryption == Encryption.TLS ? TLS_PORT : PLAIN_PORT),
                encryption,
                authentication,
                line("userName", form.userName()),
                authentication == Authentication.OAUTH2 ? oauth2(form.oauth2(), plainSecrets) : null,
                folder == null || folder.isBlank() ? "INBOX" : line("folder", folder),
                choice("afterwards", form.afterwards(), Afterwards.NOTHING, Afterwards.class),
                Boolean.TRUE.equals(form.fetchOld()),
                version);
    }

    /** The secret to store; the stored one where the form has none. */
    static String secret(MailboxForm form, Mailbox mailbox, @Nullable String stored) {
        String given = form.secret();
        String secret = given == null || given.isEmpty() ? stored : given;
        String field = mailbox.authentication() == Authentication.OAUTH2 ? "oauth2.clientSecret" : "password";
        if (secret == null) {
            throw new InvalidFieldException(field, "expected a value to sign in with, but it is missing");
        }
        if (secret.length() > LONGEST_VALUE) {
            throw new InvalidFieldException(field, "expected at most %d characters".formatted(LONGEST_VALUE));
        }
        return secret;
    }

    private static OAuth2 oauth2(MailboxForm.@Nullable OAuth2Form form, boolean plainSecrets) {
        if (form == null) {
            throw new InvalidFieldException("oauth2", "expected where the access token comes from, but it is missing");
        }
        String scope = form.scope();
        return new OAuth2(
                url(line("oauth2.tokenEndpoint", form.tokenEndpoint()), plainSecrets),
                line("oauth2.clientId", form.clientId()),
                scope == null || scope.isBlank() ? null : line("oauth2.scope", scope));
    }

    private static String url(String endpoint, boolean plainSecrets) {
        try {
            URI uri = URI.create(endpoint);
            boolean secure = "https".equals(uri.getScheme()) || (plainSecrets && "http".equals(uri.getScheme()));
            if (secure && uri.getHost() != null && uri.getUserInfo() == null) {
                return endpoint;
            }
        } catch (IllegalArgumentException malformed) {
            // told below, like any other value that is no such URL
        }
        throw new InvalidFieldException(
                "oauth2.tokenEndpoint", "expected a URL that begins with https://, but got " + endpoint);
    }

    private static String host(@Nullable String host) {
        String given = line("host", host).toLowerCase(Locale.ROOT);
        String name = given.endsWith(".") ? given.substring(0, given.length() - 1) : given;
        if (!HOST.matcher(name).matches()) {
            throw new InvalidFieldException("host", "expected a host name such as imap.example.com, but got " + given);
        }
        return name;
    }

    private static String line(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidFieldException(field, "expected a value, but it is missing");
        }
        if (value.length() > LONGEST_VALUE || HeaderText.breaksLine(value)) {
            throw new InvalidFieldException(
                    field, "expected one line of at most %d characters".formatted(LONGEST_VALUE));
        }
        return value.strip();
    }

    private static int port(@Nullable Integer value, int usual) {
        int number = value == null ? usual : value;
        if (number < 1 || number > HIGHEST_PORT) {
            throw new InvalidFieldException("port", "expected 1 to %d, but got %d".formatted(HIGHEST_PORT, number));
        }
        return number;
    }

    private static <E extends Enum<E>> E choice(String field, @Nullable String value, E usual, Class<E> type) {
        if (value == null || value.isBlank()) {
            return usual;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(value))
                .findFirst()
                .orElseThrow(() -> new InvalidFieldException(
                        field, "expected one of " + Arrays.toString(type.getEnumConstants()) + ", but got " + value));
    }
}
