package org.postroom.outbound.smtpserver.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.outbound.smtpserver.SmtpServer;
import org.postroom.outbound.smtpserver.SmtpServer.Authentication;
import org.postroom.outbound.smtpserver.SmtpServer.Encryption;
import org.postroom.outbound.smtpserver.StepResult;
import org.postroom.outbound.smtpserver.StepResult.Outcome;
import org.postroom.outbound.smtpserver.StepResult.Step;
import org.postroom.runtime.network.HostLookup;
import org.postroom.runtime.network.NetworkGuard;
import org.postroom.runtime.network.TrustedAuthorities;
import org.postroom.runtime.token.OAuth2;
import org.postroom.runtime.token.TokenSource;

/** Each failing step against a real server on loopback. */
class SmtpConnectionTestTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @TempDir
    static Path folder;

    private static SSLContext good;
    private static SSLContext expired;
    private static SSLContext misnamed;
    private static SSLContext unknown;
    private static Path trusted;

    private boolean allowPrivate = true;
    private TokenSource tokens = (client, secret) -> new TokenSource.Result.Token("token");

    @BeforeAll
    static void issueCertificates() throws Exception {
        Certificates authority = Certificates.authority(folder, "authority");
        good = authority.issue("good", "mail.acme.test", "-1d");
        expired = authority.issue("expired", "mail.acme.test", "-30d");
        misnamed = authority.issue("misnamed", "other.acme.test", "-1d");
        trusted = authority.pem();
        unknown = Certificates.authority(folder, "stranger").issue("unknown", "mail.acme.test", "-1d");
    }

    @Test
    void passesAllStepsWithStartTlsAndPassword() throws Exception {
        try (var server = TalkingServer.start(good)) {
            List<StepResult> steps = run(server.port(), Encryption.STARTTLS, Authentication.PASSWORD, "secret");

            assertThat(steps)
                    .allSatisfy(step ->
                            assertThat(step.outcome()).as(step.toString()).isEqualTo(Outcome.OK));
            assertThat(steps).extracting(StepResult::step).containsExactly(Step.values());
            assertThat(server.heard()).contains("MAIL FROM:<help@acme.test>").doesNotContain("DATA");
        }
    }

    @Test
    void passesAllStepsWithTlsFromTheFirstOctetAndAToken() throws Exception {
        try (var server = TalkingServer.start(good).tlsFromTheFirstOctet()) {
            List<StepResult> steps = run(server.port(), Encryption.TLS, Authentication.OAUTH2, "client-secret");

            assertThat(steps)
                    .allSatisfy(step ->
                            assertThat(step.outcome()).as(step.toString()).isEqualTo(Outcome.OK));
        }
    }

    @Test
    void tellsThatThereIsNoSuchHost() {
        StepResult failure = failure(run("nowhere.acme.test", 25, Encryption.NONE, Authentication.NONE, null));

        assertThat(failure.step()).isEqualTo(Step.RESOLVE);
        assertThat(failure.detail()).contains("no host nowhere.acme.test");
    }

    @Test
    void refusesAPrivateAddressBehindAName() throws Exception {
        allowPrivate = false;
        try (var server = TalkingServer.start(good)) {
            StepResult failure = failure(run(server.port(), Encryption.NONE, Authentication.NONE, null));

            assertThat(failure.step()).isEqualTo(Step.RESOLVE);
            assertThat(failure.detail())
                    .contains("expected a server on the public network", "is not there")
                    .doesNotContain("127.0.0.1");
            assertThat(server.heard()).isEmpty();
        }
    }

    @Test
    void tellsThatTheConnectionWasRefused() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        StepResult failure = failure(run(free, Encryption.NONE, Authentication.NONE, null));

        assertThat(failure.step()).isEqualTo(Step.CONNECT);
        assertThat(failure.detail()).contains("refused");
    }

    @Test
    void tellsThatTheServerWasSilent() throws Exception {
        try (var silent = new ServerSocket()) {
            silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));

            StepResult failure = failure(run(silent.getLocalPort(), Encryption.NONE, Authentication.NONE, null));

            assertThat(failure.step()).isEqualTo(Step.GREETING);
            assertThat(failure.detail()).contains("silent");
        }
    }

    @Test
    void tellsThatTheCertificateHasExpired() throws Exception {
        tells(expired, "expired");
    }

    @Test
    void tellsThatTheCertificateBearsAnotherName() throws Exception {
        tells(misnamed, "another name than mail.acme.test");
    }

    @Test
    void tellsThatTheAuthorityIsUnknown() throws Exception {
        tells(unknown, "authority that is not known");
    }

    @Test
    void tellsThatNoStartTlsIsOffered() throws Exception {
        try (var server = TalkingServer.start(null)) {
            StepResult failure = failure(run(server.port(), Encryption.STARTTLS, Authentication.NONE, null));

            assertThat(failure.step()).isEqualTo(Step.TLS);
            assertThat(failure.detail()).contains("does not offer STARTTLS");
            assertThat(failure.cure()).contains("465");
        }
    }

    @Test
    void tellsThatTheServerWantsStartTlsInstead() throws Exception {
        try (var server = TalkingServer.start(good)) {
            StepResult failure = failure(run(server.port(), Encryption.TLS, Authentication.NONE, null));

            assertThat(failure.step()).isEqualTo(Step.TLS);
            assertThat(failure.cure()).contains("STARTTLS");
        }
    }

    @Test
    void tellsThatThePasswordWasRefusedAndNeverRepeatsIt() throws Exception {
        try (var server = TalkingServer.start(good)) {
            List<StepResult> steps = run(server.port(), Encryption.STARTTLS, Authentication.PASSWORD, "wrong-word");

            StepResult failure = failure(steps);
            assertThat(failure.step()).isEqualTo(Step.AUTHENTICATE);
            assertThat(failure.detail()).contains("535");
            assertThat(steps.toString()).doesNotContain("wrong-word");
        }
    }

    @Test
    void tellsThatThereIsNoToken() throws Exception {
        tokens = (client, secret) ->
                new TokenSource.Result.None("the token endpoint answered 401: invalid_client", true);
        try (var server = TalkingServer.start(good)) {
            StepResult failure = failure(run(server.port(), Encryption.STARTTLS, Authentication.OAUTH2, "secret"));

            assertThat(failure.step()).isEqualTo(Step.AUTHENTICATE);
            assertThat(failure.detail()).contains("invalid_client");
        }
    }

    @Test
    void tellsThatTheSenderWasRefused() throws Exception {
        try (var server = TalkingServer.start(null).refusingSender()) {
            List<StepResult> steps = run(server.port(), Encryption.NONE, Authentication.NONE, null);

            StepResult failure = failure(steps);
            assertThat(failure.step()).isEqualTo(Step.SENDER);
            assertThat(failure.detail()).contains("553");
            assertThat(failure.cure()).contains("help@acme.test");
        }
    }

    @Test
    void tellsThatSomethingElseListensThere() throws Exception {
        try (var web = new ServerSocket()) {
            web.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Thread.ofVirtual().start(() -> greetLikeAWebServer(web));

            StepResult failure = failure(run(web.getLocalPort(), Encryption.NONE, Authentication.NONE, null));

            assertThat(failure.step()).isEqualTo(Step.GREETING);
            assertThat(failure.detail()).contains("expected an SMTP answer");
        }
    }

    private void tells(SSLContext certificates, String what) throws Exception {
        for (Encryption encryption : List.of(Encryption.STARTTLS, Encryption.TLS)) {
            try (var plain = TalkingServer.start(certificates);
                    var server = encryption == Encryption.TLS ? plain.tlsFromTheFirstOctet() : plain) {
                StepResult failure = failure(run(server.port(), encryption, Authentication.NONE, null));

                assertThat(failure.step()).isEqualTo(Step.TLS);
                assertThat(failure.detail()).contains(what);
                assertThat(failure.cure()).isNotBlank();
            }
        }
    }

    private static StepResult failure(List<StepResult> steps) {
        Optional<StepResult> failure =
                steps.stream().filter(step -> step.outcome() == Outcome.FAILED).findFirst();
        assertThat(failure).as(steps.toString()).isPresent();
        return failure.orElseThrow();
    }

    private List<StepResult> run(int port, Encryption encryption, Authentication authentication, String secret) {
        return run("mail.acme.test", port, encryption, authentication, secret);
    }

    private List<StepResult> run(
            String host, int port, Encryption encryption, Authentication authentication, String secret) {
        HostLookup lookup = name -> name.equals("mail.acme.test")
                ? new HostLookup.Result.Found(List.of(InetAddress.getLoopbackAddress()))
                : new HostLookup.Result.NotFound();
        var signIn = new SmtpSignIn(
                lookup,
                new NetworkGuard(allowPrivate),
                (client, given) -> tokens.token(client, given),
                TrustedAuthorities.context(trusted, "trusted"),
                "sender.postroom.test");
        var oauth2 = authentication == Authentication.OAUTH2
                ? new OAuth2("https://login.acme.test/token", "client", null)
                : null;
        var server = new SmtpServer("id", "name", host, port, encryption, authentication, "ada", oauth2, 5, 1);
        return new SmtpConnectionTest(signIn, PATIENCE, Clock.systemUTC()).run(server, secret, "help@acme.test");
    }

    private static void greetLikeAWebServer(ServerSocket web) {
        try (var socket = web.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            socket.getInputStream().read();
        } catch (IOException closed) {
            throw new java.io.UncheckedIOException(closed);
        }
    }
}
