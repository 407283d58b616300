package org.postroom.console.signin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** A browser without a window: signs in, keeps its session, reads pages and sends forms. */
public final class Visit {

    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private Visit(int port) {
        this.base = "http://localhost:" + port;
    }

    /** A visitor who is signed in. */
    public static Visit of(int port, String userId, String organisationId, String... permissions) {
        IdentityProvider.running().nextIs(userId, organisationId, permissions);
        var visit = new Visit(port);
        visit.get("/");
        return visit;
    }

    /** Reads an address, whatever it answers. */
    public HttpResponse<byte[]> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** Reads a page. */
    public Document page(String path) {
        return Jsoup.parse(new String(get(path).body(), StandardCharsets.UTF_8));
    }

    /** Sends a form as htmx does, with the token of the page that it stands on. */
    public HttpResponse<byte[]> post(String from, String path, Map<String, String> fields) {
        String token = page(from).select("input[name=_csrf]").attr("value");
        String form = Stream.concat(Map.of("_csrf", token).entrySet().stream(), fields.entrySet().stream())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("HX-Request", "true")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Reads an address as one who understands a kind of answer. */
    public HttpResponse<String> read(String path, String accepted) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Accept", accepted)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Sends a form without its length, with the token of the page that it stands on. */
    public HttpResponse<byte[]> postChunked(String from, String path, String fields) {
        String token = page(from).select("input[name=_csrf]").attr("value");
        byte[] form = (fields + "&_csrf=" + token).getBytes(StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form))));
    }

    /** Sends a request of any kind, with the token of the page that it stands on. */
    public HttpResponse<byte[]> send(String method, String path, String csrfToken) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("X-CSRF-TOKEN", csrfToken)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.noBody()));
    }

    /** Opens the stream of a page and hands its lines on until the stream ends. */
    public Stream<String> stream(String path) {
        try {
            return http.send(
                            HttpRequest.newBuilder(URI.create(base + path))
                                    .GET()
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines())
                    .body();
        } catch (IOException failed) {
            throw new AssertionError("expected a stream, but the request failed", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new AssertionError("expected an answer, but the request failed", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }
}
