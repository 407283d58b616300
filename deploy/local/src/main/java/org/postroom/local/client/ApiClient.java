package org.postroom.local.client;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.local.http.Json;
import tools.jackson.databind.JsonNode;

/** Asks the services' REST APIs in the name of one user. */
public final class ApiClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PART = 1000;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final @Nullable String token;

    private ApiClient(@Nullable String token) {
        this.token = token;
    }

    /** Asks with an access token. */
    public static ApiClient with(String token) {
        return new ApiClient(token);
    }

    /** Asks without a token, as the playgrounds allow. */
    public static ApiClient anonymous() {
        return new ApiClient(null);
    }

    /** Reads a resource. */
    public JsonNode get(URI service, String path) throws IOException, InterruptedException {
        return send(request(service, path).GET().build());
    }

    /** Reads a whole list, part by part; its elements have identifiers. */
    public List<JsonNode> list(URI service, String path) throws IOException, InterruptedException {
        List<JsonNode> all = new ArrayList<>();
        List<JsonNode> part =
                get(service, path + "?limit=" + PART).valueStream().toList();
        all.addAll(part);
        while (part.size() == PART) {
            String after = URLEncoder.encode(part.getLast().path("id").asString(), StandardCharsets.UTF_8);
            part = get(service, path + "?limit=" + PART + "&after=" + after)
                    .valueStream()
                    .toList();
            all.addAll(part);
        }
        return all;
    }

    /** Creates a resource, or asks for something to be done. */
    public JsonNode post(URI service, String path, Object body) throws IOException, InterruptedException {
        return send(request(service, path).POST(json(body)).build());
    }

    /** Asks for something to be done that is done once, however often it is asked for with the same key. */
    public JsonNode postOnce(URI service, String path, String key, Object body)
            throws IOException, InterruptedException {
        return send(request(service, path)
                .header("Idempotency-Key", key)
                .POST(json(body))
                .build());
    }

    /** Puts a resource in the place of what is there. */
    public JsonNode put(URI service, String path, Object body) throws IOException, InterruptedException {
        return send(request(service, path).PUT(json(body)).build());
    }

    /** Removes a resource. */
    public void delete(URI service, String path) throws IOException, InterruptedException {
        send(request(service, path).DELETE().build());
    }

    /** Reads a resource that is no JSON, as its bytes. */
    public byte[] bytes(URI service, String path) throws IOException, InterruptedException {
        HttpRequest request = request(service, path).GET().build();
        HttpResponse<byte[]> answer = ask(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new ApiRefusedException(request.method(), request.uri(), answer.statusCode(), "");
        }
        return answer.body();
    }

    private HttpRequest.Builder request(URI service, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body));
    }

    private static JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = ask(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new ApiRefusedException(request.method(), request.uri(), answer.statusCode(), answer.body());
        }
        return answer.body().isBlank() ? Json.MAPPER.nullNode() : Json.MAPPER.readTree(answer.body());
    }

    private static <T> HttpResponse<T> ask(HttpRequest request, HttpResponse.BodyHandler<T> body)
            throws NoAnswerException, InterruptedException {
        try {
            return HTTP.send(request, body);
        } catch (IOException silent) {
            throw new NoAnswerException(request.uri(), silent);
        }
    }
}
