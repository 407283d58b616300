package org.postroom.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Issues access tokens that the service under test checks against this issuer's published keys, as in production; also such
 * that are not to be believed.
 */
public final class TestIdentity implements AutoCloseable {

    private final HttpServer server;
    private final List<RSAKey> keys = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();

    private TestIdentity(HttpServer server) {
        this.server = server;
    }

    /** Starts an issuer on a free port, with one key. */
    public static TestIdentity start() {
        try {
            var identity =
                    new TestIdentity(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            identity.addKey();
            identity.serve();
            return identity;
        } catch (IOException failed) {
            throw new IllegalStateException("expected the token issuer to start, but it failed", failed);
        }
    }

    /** The issuer's address. */
    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** A token of a user of an organisation. */
    public String token(String userId, String organisationId, String... permissions) {
        return draft(userId, organisationId, permissions).signed();
    }

    /** The token of the installation's operator, who belongs to no organisation. */
    public String operatorToken() {
        return new TokenDraft(newest(), issuer(), "operator", null, List.of("installation:operate")).signed();
    }

    /** A token that may still be changed. */
    public TokenDraft draft(String userId, String organisationId, String... permissions) {
        return new TokenDraft(newest(), issuer(), userId, organisationId, List.of(permissions));
    }

    /** Publishes a new key beside those that are there, and signs with it from now on. */
    public void addKey() {
        try {
            keys.add(
                    new RSAKeyGenerator(2048).keyID("test-" + UUID.randomUUID()).generate());
        } catch (JOSEException failed) {
            throw new IllegalStateException("expected to make a key, but it failed", failed);
        }
    }

    /** Publishes the newest key only. */
    public void withdrawOlderKeys() {
        keys.retainAll(List.of(newest()));
    }

    /** How often somebody has asked for the keys. */
    public int timesAsked() {
        return asked.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private RSAKey newest() {
        return keys.getLast();
    }

    private void serve() {
        String discovery = """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/authorize",\
                "token_endpoint":"%1$s/token","subject_types_supported":["public"],"response_types_supported":["code"],\
                "id_token_signing_alg_values_supported":["RS256"]}""".formatted(issuer());
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, discovery));
        server.createContext("/keys", exchange -> {
            asked.incrementAndGet();
            answer(
                    exchange,
                    new JWKSet(keys.stream().<JWK>map(RSAKey::toPublicJWK).toList()).toString());
        });
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
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
