package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.postroom.testkit.ApiContract;
import org.postroom.testkit.Parts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the service as one user does: over HTTP, with that user's token. */
public record Api(int port, String token) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The operator of the installation. */
    public static Api operator(int port) {
        return new Api(port, Parts.identity().operatorToken());
    }

    /** An administrator of an organisation, who may configure everything in it. */
    public static Api administrator(int port, String organisation) {
        return new Api(
                port,
                Parts.identity()
                        .token("ada@" + organisation, organisation, "routing:email:manage", "directory:manage"));
    }

    /** Creates an organisation and returns its administrator. */
    public static Api newOrganisation(int port, String organisation) {
        operator(port)
                .put("/api/organisations/" + organisation, organisation(organisation))
                .has(200);
        return administrator(port, organisation);
    }

    static Map<String, Object> organisation(String account) {
        return Map.of("name", account, "accountName", account, "defaultLanguage", "en", "timeZone", "Europe/Berlin");
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Adds a domain of the organisation's own and returns its identifier. */
    public String newDomain(String name) {
        return post("/api/domains", Map.of("name", name)).has(201).id();
    }

    /** Removes a domain, its name confirmed. */
    public Answer removeDomain(String id, String name) {
        return delete("/api/domains/" + id + "?name=" + name);
    }

    /** Sends a body of any type, and returns the answer with its header fields. */
    public HttpResponse<String> exchange(String method, String path, String contentType, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", contentType)
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception failed) {
            throw new AssertionError("expected an answer to " + method + " " + path, failed);
        }
    }

    /** Asks, and checks the exchange against the service's own description. */
    public Answer send(String method, String path, Object body) {
        String content = body == null ? null : JSON.writeValueAsString(body);
        HttpResponse<String> response = exchange(method, path, "application/json", content);
        ApiContract.of(port).check(response, content);
        return Answer.of(response);
    }

    Answer sendUnchecked(String method, String path, Object body) {
        return Answer.of(
                exchange(method, path, "application/json", body == null ? null : JSON.writeValueAsString(body)));
    }

    /** What came back. */
    public record Answer(int status, String body) {

        static Answer of(HttpResponse<String> response) {
            return new Answer(response.statusCode(), response.body());
        }

        /** Asserts the status. */
        public Answer has(int expected) {
            assertThat(status).as(body).isEqualTo(expected);
            return this;
        }

        /** What was refused, or why. */
        public String detail() {
            return json().get("detail").asString();
        }

        /** Asserts a refusal that names a field, and a part of the rule. */
        public Answer refuses(String field, String rule) {
            has(422);
            assertThat(json().at("/errors/0/field").asString()).as(body).isEqualTo(field);
            assertThat(json().at("/errors/0/rule").asString()).contains(rule);
            return this;
        }

        /** Asserts that the user may not do it, with the field and a part of the rule. */
        public Answer forbids(String field, String rule) {
            has(403);
            assertThat(json().at("/errors/0/field").asString()).as(body).isEqualTo(field);
            assertThat(json().at("/errors/0/rule").asString()).contains(rule);
            return this;
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String id() {
            return json().get("id").asString();
        }
    }
}
