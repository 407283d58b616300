package org.postroom.runtime.token;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.postroom.runtime.network.HostLookup;
import org.postroom.runtime.network.NetworkGuard;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a token endpoint by HTTPS, at an address that was looked at before, and follows it nowhere else. */
public final class ClientCredentials implements TokenSource {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_ANSWER = 100_000;
    private static final int OK = 200;

    /** RFC 6749, section 5.2; what is too much, or broken over there, passes by itself. */
    private static final Set<Integer> REFUSALS = Set.of(400, 401, 403);

    private final HostLookup lookup;
    private final NetworkGuard guard;
    private final SSLSocketFactory tls;
    private final Duration patience;

    /** Takes what asking works with. */
    public ClientCredentials(HostLookup lookup, NetworkGuard guard, SSLSocketFactory tls, Duration patience) {
        this.lookup = lookup;
        this.guard = guard;
        this.tls = tls;
        this.patience = patience;
    }

    @Override
    public Result token(OAuth2 client, String clientSecret) {
        URI endpoint = URI.create(client.tokenEndpoint());
        Optional<InetAddress> address = address(endpoint.getHost());
        if (address.isEmpty()) {
            return new Result.None(
                    "expected a token endpoint on the public network, but " + endpoint.getHost() + " is not there",
                    false);
        }
        try {
            return ask(endpoint, address.get(), body(client, clientSecret));
        } catch (IOException | JacksonException failed) {
            return new Result.None("the token endpoint could not be asked: " + failed.getMessage(), false);
        }
    }

    private Optional<InetAddress> address(String host) {
        return lookup.of(host) instanceof HostLookup.Result.Found(List<InetAddress> addresses)
                ? addresses.stream().filter(guard::allows).findFirst()
                : Optional.empty();
    }

    private Result ask(URI endpoint, InetAddress address, byte[] body) throws IOException {
        HttpURLConnection connection = connection(endpoint, address);
        try {
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(Math.toIntExact(patience.toMillis()));
            connection.setReadTimeout(Math.toIntExact(patience.toMillis()));
            connection.setRequestMethod("POST");
            connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
            connection.setRequestProperty("Accept", "application/json");
            connection.setDoOutput(true);
            try (var output = connection.getOutputStream()) {
                output.write(body);
            }
            return result(connection);
        } finally {
            connection.disconnect();
        }
    }

    /** Without encryption only an installation that allows private servers asks, and that one trusts its names. */
    private HttpURLConnection connection(URI endpoint, InetAddress address) throws IOException {
        var connection = (HttpURLConnection) endpoint.toURL().openConnection();
        if (connection instanceof HttpsURLConnection encrypted) {
            encrypted.setSSLSocketFactory(new PinnedSocketFactory(tls, address));
        }
        return connection;
    }

    private static Result result(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream answer = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            String text = answer == null ? "" : new String(answer.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8);
            if (status != OK) {
                return new Result.None(
                        "the token endpoint answered " + status + error(text), REFUSALS.contains(status));
            }
            JsonNode token = JSON.readTree(text).path("access_token");
            return token.isString() && !token.asString().isBlank()
                    ? new Result.Token(token.asString())
                    : new Result.None("the token endpoint gave no access_token", false);
        }
    }

    /** The error's name only (RFC 6749, section 5.2): what else an answer says may not be for the log. */
    private static String error(String text) {
        try {
            String name = JSON.readTree(text).path("error").asString("");
            return name.matches("[\\w.-]{1,100}") ? ": " + name : "";
        } catch (JacksonException notJson) {
            return "";
        }
    }

    private static byte[] body(OAuth2 client, String clientSecret) {
        String scope = client.scope();
        String form = "grant_type=client_credentials&client_id=" + encoded(client.clientId()) + "&client_secret="
                + encoded(clientSecret) + (scope == null ? "" : "&scope=" + encoded(scope));
        return form.getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
