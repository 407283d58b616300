package org.postroom.outbound.smtpserver;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.HeaderText;
import org.postroom.outbound.smtpserver.SmtpServer.Authentication;
import org.postroom.outbound.smtpserver.SmtpServer.Encryption;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.token.OAuth2;

/** What a server's description must fulfil. */
final class ServerRules {

    static final int MOST_CONNECTIONS = 100;
    private static final int USUAL_CONNECTIONS = 5;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_VALUE = 1000;
    private static final int HIGHEST_PORT = 65535;
    private static final Pattern HOST = Pattern.compile(
            "(?=.{1,253}$)([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
                    + "|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private ServerRules() {}

    /** The server that a form describes. */
    static SmtpServer checked(ServerForm form, String id, long version, boolean plainSecrets) {
        Authentication authentication =
                choice("authentication", form.authentication(), Authentication.NONE, Authentication.class);
        Encryption encryption = choice("tls", form.tls(), Encryption.STARTTLS, Encryption.class);
        if (encryption == Encryption.NONE && authentication != Authentication.NONE && !plainSecrets) {
            throw new InvalidFieldException(
                    "tls", "expected STARTTLS or TLS where we sign in, but NONE would show the password to everyone");
        }
        return new SmtpServer(
                id,
                line("name", form.name(), LONGEST_NAME),
                host(form.host()),
                number("port", form.port(), encryption == Encryption.TLS ? 465 : 587, HIGHEST_PORT),
                encryption,
                authentication,
                authentication == Authentication.NONE ? null : line("userName", form.userName(), LONGEST_VALUE),
                authentication == Authentication.OAUTH2 ? oauth2(form.oauth2(), plainSecrets) : null,
                number("connectionLimit", form.connectionLimit(), USUAL_CONNECTIONS, MOST_CONNECTIONS),
                version);
    }

    /** The secret to store; the stored one where the form has none. */
    static @Nullable String secret(ServerForm form, SmtpServer server, @Nullable String stored) {
        if (server.authentication() == Authentication.NONE) {
            return null;
        }
        String given = form.secret();
        String secret = given == null || given.isEmpty() ? stored : given;
        String field = server.authentication() == Authentication.OAUTH2 ? "oauth2.clientSecret" : "password";
        if (secret == null) {
            throw new InvalidFieldException(field, "expected a value to sign in with, but it is missing");
        }
        if (secret.length() > LONGEST_VALUE) {
            throw new InvalidFieldException(field, "expected at most %d characters".formatted(LONGEST_VALUE));
        }
        return secret;
    }

    private static OAuth2 oauth2(ServerForm.@Nullable OAuth2Form form, boolean plainSecrets) {
        if (form == null) {
            throw new InvalidFieldException("oauth2", "expected where the access token comes from, but it is missing");
        }
        String endpoint = line("oauth2.tokenEndpoint", form.tokenEndpoint(), LONGEST_VALUE);
        String scope = form.scope();
        return new OAuth2(
                url(endpoint, plainSecrets),
                line("oauth2.clientId", form.clientId(), LONGEST_VALUE),
                scope == null || scope.isBlank() ? null : line("oauth2.scope", scope, LONGEST_VALUE));
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
        String given = line("host", host, LONGEST_VALUE).toLowerCase(Locale.ROOT);
        String name = given.endsWith(".") ? given.substring(0, given.length() - 1) : given;
        if (!HOST.matcher(name).matches()) {
            throw new InvalidFieldException("host", "expected a host name such as smtp.example.com, but got " + given);
        }
        return name;
    }

    private static String line(String field, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            throw new InvalidFieldException(field, "expected a value, but it is missing");
        }
        if (value.length() > longest || HeaderText.breaksLine(value)) {
            throw new InvalidFieldException(field, "expected one line of at most %d characters".formatted(longest));
        }
        return value.strip();
    }

    private static int number(String field, @Nullable Integer value, int usual, int highest) {
        int number = value == null ? usual : value;
        if (number < 1 || number > highest) {
            throw new InvalidFieldException(field, "expected 1 to %d, but got %d".formatted(highest, number));
        }
        return number;
    }

    private static <E extends Enum<E>> E choice(String field, @Nullable String value, E usual, Class<E> type) {
        if (value == null || value.isBlank()) {
            return usual;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        throw new InvalidFieldException(
                field, "expected one of " + java.util.Arrays.toString(type.getEnumConstants()) + ", but got " + value);
    }
}
