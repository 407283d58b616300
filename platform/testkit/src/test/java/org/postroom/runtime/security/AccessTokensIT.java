package org.postroom.runtime.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.testkit.TestIdentity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.jwt.BadJwtException;

/** Which tokens of a real issuer are believed. */
class AccessTokensIT {

    private static final Duration LONG = Duration.ofMinutes(5);

    private final TestIdentity issuer = TestIdentity.start();

    @AfterEach
    void stop() {
        issuer.close();
    }

    @Test
    void believesTheIssuersTokensForThisAudienceAmongOthers() {
        var tokens = tokens(issuer.issuer(), LONG, Duration.ofMinutes(30));

        assertThat(tokens.decode(issuer.token("anna", "acme")).getSubject()).isEqualTo("anna");
        assertThat(tokens.decode(issuer.draft("anna", "acme")
                                .audience("billing", "postroom")
                                .signed())
                        .getSubject())
                .isEqualTo("anna");
        assertThat(issuer.timesAsked()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsForOthersOrBySomebodyElse() throws Exception {
        var tokens = tokens(issuer.issuer(), LONG, Duration.ofMinutes(30));
        var stranger = new RSAKeyGenerator(2048).generate();

        Stream.of(
                        issuer.draft("anna", "acme").audience("billing").signed(),
                        issuer.draft("anna", "acme").audience().signed(),
                        issuer.draft("anna", "acme")
                                .issuer("https://elsewhere.example")
                                .signed(),
                        issuer.draft("anna", "acme").withoutEnd().signed(),
                        issuer.draft("anna", "acme").unsigned(),
                        issuer.draft("anna", "acme").signedWithThePublicKeyAsASecret(),
                        issuer.draft("anna", "acme").signedWith(stranger),
                        "no token",
                        "")
                .forEach(token -> refused(tokens, token));
    }

    @Test
    void allowsForClocksThatDifferByHalfAMinute() {
        var tokens = tokens(issuer.issuer(), LONG, Duration.ofMinutes(30));

        assertThat(tokens.decode(issuer.draft("anna", "acme")
                                .endedSince(Duration.ofSeconds(20))
                                .signed())
                        .getSubject())
                .isEqualTo("anna");
        refused(
                tokens,
                issuer.draft("anna", "acme").endedSince(Duration.ofSeconds(40)).signed());
        refused(
                tokens,
                issuer.draft("anna", "acme").goodIn(Duration.ofSeconds(40)).signed());
        assertThatThrownBy(() -> new TokenSettings("postroom", Duration.ofMinutes(5), LONG, LONG, LONG))
                .hasMessageContaining("postroom.security.clock-skew")
                .hasMessageContaining("PT1M");
    }

    @Test
    void takesANewKeyAtOnceAndAWithdrawnOneNoLongerOnceTheKeysWereAskedForAgain() {
        var tokens = tokens(issuer.issuer(), Duration.ofSeconds(2), Duration.ofMinutes(30));
        String before = issuer.token("anna", "acme");
        tokens.decode(before);

        issuer.addKey();

        assertThat(tokens.decode(issuer.token("ben", "acme")).getSubject()).isEqualTo("ben");
        assertThat(tokens.decode(before).getSubject()).isEqualTo("anna");

        issuer.withdrawOlderKeys();

        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> refused(tokens, before));
        assertThat(tokens.decode(issuer.token("ben", "acme")).getSubject()).isEqualTo("ben");
    }

    @Test
    void doesNotAskTheIssuerForEachTokenOfAnUnknownKey() {
        var tokens = tokens(issuer.issuer(), LONG, Duration.ofMinutes(30));
        tokens.decode(issuer.token("anna", "acme"));
        try (var other = TestIdentity.start()) {
            IntStream.range(0, 50)
                    .forEach(_ -> refused(
                            tokens,
                            other.draft("anna", "acme").issuer(issuer.issuer()).signed()));
        }

        assertThat(issuer.timesAsked()).isLessThanOrEqualTo(2);
        assertThat(tokens.decode(issuer.token("anna", "acme")).getSubject()).isEqualTo("anna");
    }

    @Test
    void goesOnWithTheKnownKeysWhileTheIssuerIsAwayButNotForEver() {
        var patient = tokens(issuer.issuer(), Duration.ofSeconds(1), Duration.ofMinutes(30));
        var hasty = tokens(issuer.issuer(), Duration.ofSeconds(1), Duration.ofSeconds(1));
        String token = issuer.token("anna", "acme");
        patient.decode(token);
        hasty.decode(token);

        issuer.close();

        Awaitility.await()
                .untilAsserted(() ->
                        assertThatThrownBy(() -> hasty.decode(token)).isInstanceOf(IssuerUnavailableException.class));
        assertThat(patient.decode(token).getSubject()).isEqualTo("anna");
    }

    @Test
    void saysSoonThatASilentIssuerDoesNotAnswer() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var tokens = tokens("http://localhost:" + silent.getLocalPort(), LONG, Duration.ofMinutes(30));
            Instant begin = Instant.now();

            var requests = IntStream.range(0, 20)
                    .mapToObj(_ -> Thread.ofVirtual()
                            .start(() -> assertThatThrownBy(() -> tokens.decode(issuer.token("anna", "acme")))
                                    .isInstanceOf(IssuerUnavailableException.class)))
                    .toList();
            for (Thread request : requests) {
                request.join();
            }

            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void answersThatTheSignInDoesNotAnswerAsAProblemThatMayPass() throws Exception {
        var answer = new MockHttpServletResponse();

        new ProblemOnRefusal()
                .commence(
                        new MockHttpServletRequest(),
                        answer,
                        new IssuerUnavailableException(new IllegalStateException("silent")));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("10");
        assertThat(answer.getContentType()).startsWith("application/problem+json");
    }

    private static void refused(AccessTokens tokens, String token) {
        assertThatThrownBy(() -> tokens.decode(token)).as(token).isInstanceOf(BadJwtException.class);
    }

    private static AccessTokens tokens(String issuer, Duration kept, Duration inOutage) {
        Duration patience = Duration.ofMillis(500);
        var settings = new TokenSettings("postroom", Duration.ofSeconds(30), kept, inOutage, patience);
        return new AccessTokens(settings, issuer, new IssuerKeys(issuer, null, patience));
    }
}
