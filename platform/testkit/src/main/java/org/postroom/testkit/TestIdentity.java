package org.postroom.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Issues access tokens that the service under test checks against this issuer's published key, as in production. */
public final class TestIdentity implements AutoCloseable {

    private static final Duration LIFETIME = Duration.ofHours(1);

    private final RSAKey key;
    private final HttpServer server;

    private TestIdentity(RSAKey key, HttpServer server) {
        this.key = key;
        this.server = server;
    }

    static TestIdentity start() {
        try {
            var identity = new TestIdentity(
                    new RSAKeyGenerator(2048).keyID("test").generate(),
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            identity.serve();
            return identity;
        } catch (IOException | JOSEException failed) {
            throw new IllegalStateException("expected the token issuer to start, but it failed", failed);
        }
    }

    /** The issuer's address. */
    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A token of a user of an organisation. */
    public String token(String userId, String organisationId, String... permissions) {
        return sign(userId, organisationId, List.of(permissions));
    }

    /** The token of the installation's operator, who belongs to no organisation. */
    public String operatorToken() {
        return sign("operator", null, List.of("installation:operate"));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void serve() {
        String discovery = """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/authorize",\
                "token_endpoint":"%1$s/token","subject_types_supported":["public"],"response_types_supported":["code"],\
                "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer());
        String keys = new JWKSet(key.toPublicJWK()).toString();
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery));
        server.createContext("/keys", exchange -> answer(exchange, keys));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    private String sign(String subject, @Nullable String organisation, List<String> permissions) {
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(subject)
                .claim("name", subject)
                .claim("permissions", permissions)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)));
        if (organisation != null) {
            claims.claim("organisation", organisation);
        }
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException failed) {
            throw new IllegalStateException("expected to sign a token, but it failed", failed);
        }
    }

    private static void answer(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
