package org.postroom.inbound.mailbox.imap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.inbound.mailbox.Dovecot;
import org.postroom.inbound.mailbox.Mailbox;
import org.postroom.inbound.mailbox.Mailbox.Afterwards;
import org.postroom.inbound.mailbox.Mailbox.Authentication;
import org.postroom.inbound.mailbox.Mailbox.Encryption;
import org.postroom.inbound.mailbox.MailboxException;
import org.postroom.runtime.network.HostLookup;
import org.postroom.runtime.network.NetworkGuard;
import org.postroom.runtime.network.TrustedAuthorities;
import org.postroom.runtime.token.OAuth2;
import org.postroom.runtime.token.TokenSource;

/** Signing in at Debian's Dovecot with an access token, as large providers want it. */
@EnabledIf(
        value = "org.postroom.inbound.mailbox.Dovecot#isPresent",
        disabledReason = "dovecot-imapd is not there and cannot be fetched, which takes Debian and its package server")
class TokenSignInIT {

    private static final OAuth2 CLIENT = new OAuth2("https://login.example/token", "postroom", "imap");
    private static final String SECRET = "the client's secret";

    @TempDir
    static Path folder;

    private static HttpServer issuer;
    private static Dovecot dovecot;

    @BeforeAll
    static void start() throws IOException {
        issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer.createContext("/whose", TokenSignInIT::tellWhose);
        issuer.start();
        dovecot = Dovecot.withTokens(
                folder, "http://127.0.0.1:" + issuer.getAddress().getPort() + "/whose");
        dovecot.user("help", "no password that anybody is told");
    }

    @AfterAll
    static void stop() {
        dovecot.close();
        issuer.stop(0);
    }

    @Test
    void opensTheMailboxOfTheUserWhoseTokenWasGiven() throws Exception {
        dovecot.deliver("help", "Subject: by token\n\nHello\n");

        try (var open = connector("good-token").open(mailbox("help"), SECRET)) {
            assertThat(open.search(1, null)).hasSize(1);
        }
    }

    @Test
    void saysThatTheSignInIsRefusedWhereTheServerDoesNotKnowTheToken() {
        assertThatThrownBy(() -> connector("expired").open(mailbox("help"), SECRET))
                .isInstanceOfSatisfying(
                        MailboxException.class,
                        refused -> assertThat(refused.isSignInRefused()).isTrue());
    }

    @Test
    void saysThatTheSignInIsRefusedWhereNoTokenIsGiven() {
        assertThatThrownBy(() -> connector("good-token").open(mailbox("help"), "another secret"))
                .isInstanceOfSatisfying(MailboxException.class, refused -> {
                    assertThat(refused.isSignInRefused()).isTrue();
                    assertThat(refused).hasMessageContaining("There is no access token");
                });
    }

    private static void tellWhose(HttpExchange asked) throws IOException {
        boolean known = "Bearer good-token".equals(asked.getRequestHeaders().getFirst("Authorization"));
        byte[] answer = (known ? "{\"active\":true,\"user\":\"help\"}" : "{\"active\":false}").getBytes(UTF_8);
        asked.getResponseHeaders().add("Content-Type", "application/json");
        asked.sendResponseHeaders(200, answer.length);
        asked.getResponseBody().write(answer);
        asked.close();
    }

    private static ImapConnector connector(String token) {
        HostLookup lookup = _ -> new HostLookup.Result.Found(List.of(InetAddress.getLoopbackAddress()));
        TokenSource tokens = (client, secret) -> client.equals(CLIENT) && secret.equals(SECRET)
                ? new TokenSource.Result.Token(token)
                : new TokenSource.Result.None("the client is refused", true);
        return new ImapConnector(
                lookup,
                new NetworkGuard(true),
                tokens,
                TrustedAuthorities.context(null, "none"),
                Duration.ofSeconds(20),
                Clock.systemUTC());
    }

    private static Mailbox mailbox(String user) {
        return new Mailbox(
                "mailbox-1",
                "acme",
                "address-1",
                "imap.acme.test",
                dovecot.port(),
                Encryption.NONE,
                Authentication.OAUTH2,
                user,
                CLIENT,
                "INBOX",
                Afterwards.NOTHING,
                true,
                1);
    }
}
