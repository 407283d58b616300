package org.postroom.outbound;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.awaitility.Awaitility;
import org.postroom.testkit.ApiContract;
import org.postroom.testkit.Parts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service's REST API, as the console uses it. */
final class Desk {

    static final String HANDLE = "conversation:email:handle";
    static final String MANAGE = "routing:email:manage";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    Desk(int port) {
        this.port = port;
    }

    /** Asks for a reply until the service knows the interaction, and returns the reply's identifier. */
    String reply(Centre centre, String interactionId, Map<String, ?> body) {
        var answer = Awaitility.await("the reply to be accepted")
                .atMost(Centre.PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> post(token(Centre.AGENT, centre), interactionId, body, null),
                        given -> given.statusCode() == 202);
        return JSON.readTree(answer.body()).get("replyId").asString();
    }

    HttpResponse<String> post(String token, String interactionId, Map<String, ?> body, String idempotencyKey)
            throws IOException, InterruptedException {
        String content = JSON.writeValueAsString(body);
        var request = request(token, interactionId)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(content));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return exchange(request.build(), content);
    }

    HttpResponse<String> get(String token, String interactionId) throws IOException, InterruptedException {
        return exchange(request(token, interactionId).GET().build(), null);
    }

    JsonNode replies(Centre centre, String interactionId) throws IOException, InterruptedException {
        return JSON.readTree(get(token(Centre.AGENT, centre), interactionId).body());
    }

    /** Sends a request to any path as an administrator of the organisation. */
    HttpResponse<String> manage(Centre centre, String method, String path, Object body)
            throws IOException, InterruptedException {
        return manage(Parts.identity().token("admin", centre.organisationId, MANAGE), method, path, body);
    }

    HttpResponse<String> manage(String token, String method, String path, Object body)
            throws IOException, InterruptedException {
        String content = body == null ? null : JSON.writeValueAsString(body);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        content == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(content))
                .build();
        return exchange(request, content);
    }

    /** Asks, and checks the exchange against the service's own description. */
    private HttpResponse<String> exchange(HttpRequest request, String content)
            throws IOException, InterruptedException {
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        ApiContract.of(port).check(answer, content);
        return answer;
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    static String token(String agentId, Centre centre) {
        return Parts.identity().token(agentId, centre.organisationId, HANDLE);
    }

    private HttpRequest.Builder request(String token, String interactionId) {
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:%d/api/interactions/%s/replies".formatted(port, interactionId)))
                .header("Authorization", "Bearer " + token);
    }
}
