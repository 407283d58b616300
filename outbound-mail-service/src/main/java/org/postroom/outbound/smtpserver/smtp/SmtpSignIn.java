package org.postroom.outbound.smtpserver.smtp;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.postroom.outbound.smtpserver.SmtpServer;
import org.postroom.outbound.smtpserver.SmtpServer.Authentication;
import org.postroom.outbound.smtpserver.SmtpServer.Encryption;
import org.postroom.outbound.smtpserver.StepResult.Step;
import org.postroom.runtime.network.HostLookup;
import org.postroom.runtime.network.NetworkGuard;
import org.postroom.runtime.token.OAuth2;
import org.postroom.runtime.token.TokenSource;

/** Opens a connection to an organisation's server, encrypts it and signs in, step by step. */
final class SmtpSignIn {

    private final HostLookup lookup;
    private final NetworkGuard guard;
    private final TokenSource tokens;
    private final SSLContext tls;
    private final String ehloName;

    SmtpSignIn(HostLookup lookup, NetworkGuard guard, TokenSource tokens, SSLContext tls, String ehloName) {
        this.lookup = lookup;
        this.guard = guard;
        this.tokens = tokens;
        this.tls = tls;
        this.ehloName = ehloName;
    }

    /**
     * Signs in.
     *
     * @param secret what to sign in with; null for nothing
     * @param steps where the steps are written down; the first failed one ends it
     * @return the connection; null where a step failed
     */
    @Nullable
    SmtpDialogue open(SmtpServer server, @Nullable String secret, Duration connect, Duration answer, Steps steps) {
        List<InetAddress> addresses = steps.run(Step.RESOLVE, () -> resolve(server));
        if (addresses == null) {
            return null;
        }
        SmtpDialogue dialogue = steps.run(Step.CONNECT, () -> connect(server, addresses, connect, answer));
        if (dialogue == null) {
            return null;
        }
        if (prepare(server, secret, dialogue, steps)) {
            return dialogue;
        }
        try {
            dialogue.close();
        } catch (IOException gone) {
            steps.note("the connection was gone before it could be closed");
        }
        return null;
    }

    private boolean prepare(SmtpServer server, @Nullable String secret, SmtpDialogue dialogue, Steps steps) {
        if (server.encryption() == Encryption.TLS && steps.run(Step.TLS, () -> encrypt(server, dialogue)) == null) {
            return false;
        }
        Set<String> offers = steps.run(Step.GREETING, () -> greet(dialogue));
        if (offers == null) {
            return false;
        }
        if (server.encryption() == Encryption.STARTTLS) {
            offers = steps.run(Step.TLS, () -> startTls(server, dialogue));
        } else if (server.encryption() == Encryption.NONE) {
            steps.skip(Step.TLS, "not wanted");
        }
        if (offers == null) {
            return false;
        }
        if (server.authentication() == Authentication.NONE || secret == null) {
            steps.skip(Step.AUTHENTICATE, "not wanted");
            return true;
        }
        Set<String> offered = offers;
        return steps.run(Step.AUTHENTICATE, () -> authenticate(server, secret, dialogue, offered)) != null;
    }

    private Steps.Done<List<InetAddress>> resolve(SmtpServer server) throws StepFailedException {
        return switch (lookup.of(server.host())) {
            case HostLookup.Result.Found(List<InetAddress> addresses) -> {
                List<InetAddress> allowed =
                        addresses.stream().filter(guard::allows).toList();
                if (allowed.isEmpty()) {
                    throw new StepFailedException(
                            "expected a server on the public network, but " + server.host() + " is not there",
                            "Use a server that can be reached from the internet,"
                                    + " or ask the operator of this installation to allow private ones.");
                }
                yield new Steps.Done<>(
                        allowed,
                        allowed.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", ")));
            }
            case HostLookup.Result.NotFound _ ->
                throw new StepFailedException(
                        "there is no host " + server.host(), "Check the spelling of the host's name.");
            case HostLookup.Result.NoAnswer(String reason) ->
                throw new StepFailedException(reason, "Try again; if it stays so, check the name servers of the host.");
        };
    }

    private static Steps.Done<SmtpDialogue> connect(
            SmtpServer server, List<InetAddress> addresses, Duration connect, Duration answer)
            throws StepFailedException {
        @Nullable IOException last = null;
        for (InetAddress address : addresses) {
            try {
                var dialogue = SmtpDialogue.connect(server.host(), address, server.port(), connect, answer);
                return new Steps.Done<>(dialogue, dialogue.address() + ":" + server.port());
            } catch (IOException failed) {
                last = failed;
            }
        }
        throw switch (last) {
            case SocketTimeoutException _ ->
                new StepFailedException(
                        "the connection to port " + server.port() + " timed out",
                        "Check the port, and that the server's firewall lets us in.");
            case ConnectException _ ->
                new StepFailedException(
                        "the connection to port " + server.port() + " was refused",
                        "Check the port: usually 587 for STARTTLS, 465 for TLS.");
            case NoRouteToHostException _ ->
                new StepFailedException("there is no way to the host", "Check the host's address and its firewall.");
            case null, default ->
                new StepFailedException(
                        "the connection failed: " + (last == null ? "no address" : last.getMessage()),
                        "Check host and port.");
        };
    }

    private Steps.Done<Set<String>> greet(SmtpDialogue dialogue) throws StepFailedException {
        try {
            SmtpAnswer greeting = dialogue.read();
            if (!greeting.positive()) {
                throw new StepFailedException(greeting.text(), "Ask the server's operator why it turns us away.");
            }
            return new Steps.Done<>(hello(dialogue), greeting.text());
        } catch (SocketTimeoutException silent) {
            throw new StepFailedException(
                    "the server was silent until the time ran out",
                    "If the port is for TLS from the first octet, usually 465, choose TLS.");
        } catch (IOException broken) {
            throw new StepFailedException(
                    String.valueOf(broken.getMessage()), "Check that an SMTP server listens at this port.");
        }
    }

    private Set<String> hello(SmtpDialogue dialogue) throws IOException, StepFailedException {
        SmtpAnswer answer = dialogue.ask("EHLO " + ehloName);
        if (!answer.positive()) {
            throw new StepFailedException(answer.text(), "Ask the server's operator why it does not take EHLO.");
        }
        return answer.lines().stream()
                .skip(1)
                .map(line -> line.strip().toUpperCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Steps.Done<Set<String>> startTls(SmtpServer server, SmtpDialogue dialogue) throws StepFailedException {
        try {
            SmtpAnswer answer = dialogue.ask("STARTTLS");
            if (!answer.positive()) {
                throw new StepFailedException(
                        "the server does not offer STARTTLS: " + answer.text(),
                        "Choose TLS with its port, usually 465, or ask the server's operator to offer STARTTLS.");
            }
            dialogue.encrypt(tls);
            return new Steps.Done<>(hello(dialogue), dialogue.encryption());
        } catch (IOException failed) {
            throw TlsFailure.of(failed, server.host(), server.port());
        }
    }

    private Steps.Done<Boolean> encrypt(SmtpServer server, SmtpDialogue dialogue) throws StepFailedException {
        try {
            dialogue.encrypt(tls);
            return new Steps.Done<>(true, dialogue.encryption());
        } catch (IOException failed) {
            throw TlsFailure.of(failed, server.host(), server.port());
        }
    }

    private Steps.Done<Boolean> authenticate(
            SmtpServer server, String secret, SmtpDialogue dialogue, Set<String> offers) throws StepFailedException {
        Set<String> mechanisms = offers.stream()
                .filter(line -> line.startsWith("AUTH ") || line.startsWith("AUTH="))
                .flatMap(line -> Arrays.stream(line.substring("AUTH ".length()).split("\\s+")))
                .collect(Collectors.toUnmodifiableSet());
        try {
            SmtpAnswer answer = server.authentication() == Authentication.OAUTH2
                    ? withToken(server, secret, dialogue)
                    : withPassword(server, secret, dialogue, mechanisms);
            if (!answer.positive()) {
                throw new StepFailedException(
                        answer.text(),
                        "Check user name and secret; some servers want a password made for one application,"
                                + " or permission to send by SMTP.");
            }
            return new Steps.Done<>(true, answer.text());
        } catch (IOException broken) {
            throw new StepFailedException(
                    String.valueOf(broken.getMessage()), "Try again; then ask the server's operator.");
        }
    }

    private static SmtpAnswer withPassword(
            SmtpServer server, String secret, SmtpDialogue dialogue, Set<String> mechanisms)
            throws IOException, StepFailedException {
        String user = String.valueOf(server.userName());
        if (mechanisms.contains("PLAIN")) {
            return dialogue.ask("AUTH PLAIN " + base64("\0" + user + "\0" + secret));
        }
        if (!mechanisms.contains("LOGIN")) {
            throw new StepFailedException(
                    "the server offers no way to sign in with a password that we know"
                            + (mechanisms.isEmpty() ? "" : ": " + String.join(" ", mechanisms)),
                    "Ask the server's operator to offer AUTH PLAIN or LOGIN here, or choose OAuth2.");
        }
        SmtpAnswer answer = dialogue.ask("AUTH LOGIN");
        answer = answer.code() == 334 ? dialogue.ask(base64(user)) : answer;
        return answer.code() == 334 ? dialogue.ask(base64(secret)) : answer;
    }

    private SmtpAnswer withToken(SmtpServer server, String secret, SmtpDialogue dialogue)
            throws IOException, StepFailedException {
        OAuth2 client = server.oauth2();
        if (client == null) {
            throw new IllegalStateException("expected a server with OAuth2 to say where tokens come from");
        }
        return switch (tokens.token(client, secret)) {
            case TokenSource.Result.Token(String value) -> {
                SmtpAnswer answer = dialogue.ask("AUTH XOAUTH2 "
                        + base64("user=" + server.userName() + "\u0001auth=Bearer " + value + "\u0001\u0001"));
                yield answer.code() == 334 ? dialogue.ask("") : answer;
            }
            case TokenSource.Result.None(String reason, boolean _) ->
                throw new StepFailedException(
                        "no access token: " + reason, "Check token endpoint, client, secret and scope.");
        };
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
