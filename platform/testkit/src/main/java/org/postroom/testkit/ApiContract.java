package org.postroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A service's own OpenAPI description, against which exchanges are checked: the operation, the status, the body of every
 * answer, and the body of every request that succeeded, with no field that the description does not have.
 */
public final class ApiContract {

    private static final String API = "/api/";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final Map<Integer, ApiContract> BY_PORT = new ConcurrentHashMap<>();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode description;

    private ApiContract(JsonNode description) {
        this.description = description;
    }

    /** The contract of the service that listens on a port of this machine, which it serves as {@code /openapi.yaml}. */
    public static ApiContract of(int port) {
        return BY_PORT.computeIfAbsent(port, ApiContract::ask);
    }

    /** The paths that are described, each with its operations. */
    public JsonNode paths() {
        return description.path("paths");
    }

    /** What a part of the description refers to, or that part itself. */
    public JsonNode resolved(JsonNode node) {
        return resolved(node, description);
    }

    private static ApiContract ask(int port) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/openapi.yaml"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            JsonNode description = YAML.readTree(answer.body());
            joinParts(description, description);
            closeObjects(description);
            return new ApiContract(description);
        } catch (IOException unreachable) {
            throw new AssertionError("expected the service to describe its API", unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("expected the service to describe its API in time", stopped);
        }
    }

    /**
     * Checks one exchange, unless it is with something else than the API, such as the health.
     *
     * @param request the body that was sent; null for none
     */
    public void check(HttpResponse<String> answer, @Nullable String request) {
        if (!answer.uri().getPath().startsWith(API)) {
            return;
        }
        check(
                answer.request().method(),
                answer.uri().getPath(),
                request,
                answer.statusCode(),
                answer.headers().firstValue("Content-Type").orElse(""),
                answer.body());
    }

    private void check(
            String method, String path, @Nullable String request, int status, String contentType, String answer) {
        Optional<JsonNode> operation = operation(method, path);
        if (operation.isEmpty()) {
            assertThat(status).as("%s %s is not described", method, path).isIn(401, 404, 405);
            return;
        }
        JsonNode described = operation.get();
        JsonNode response = resolved(described.path("responses").path(Integer.toString(status)), description);
        assertThat(response.isMissingNode())
                .as("%s %s: status %d is not described: %s", method, path, status, answer)
                .isFalse();
        if (!answer.isBlank()) {
            conforms(method + " " + path + " answer", response.path("content"), contentType, answer);
        }
        if (request != null && status < 300) {
            JsonNode body = resolved(described.path("requestBody"), description);
            conforms(method + " " + path + " request", body.path("content"), "application/json", request);
        }
    }

    private Optional<JsonNode> operation(String method, String path) {
        return description.path("paths").properties().stream()
                .filter(entry -> matches(entry.getKey(), path))
                .map(entry -> entry.getValue().path(method.toLowerCase(Locale.ROOT)))
                .filter(node -> !node.isMissingNode())
                .findFirst();
    }

    private static boolean matches(String template, String path) {
        String[] wanted = template.split("/", -1);
        String[] given = path.split("/", -1);
        return wanted.length == given.length
                && IntStream.range(0, wanted.length)
                        .allMatch(index -> wanted[index].startsWith("{") || wanted[index].equals(given[index]));
    }

    /** What a reference points to, which is always a part of the same description. */
    private static JsonNode resolved(JsonNode node, JsonNode description) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : description.at(reference.substring(1));
    }

    private void conforms(String what, JsonNode content, String contentType, String body) {
        String type = contentType.replaceAll(";.*", "").strip();
        JsonNode schema = Stream.of(type, "*/*", "application/json")
                .map(name -> content.path(name).path("schema"))
                .filter(node -> !node.isMissingNode())
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + ": no schema for " + type + " in " + content));
        if (!type.endsWith("json")) {
            return;
        }
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", description.path("components"));
        List<Error> errors = SCHEMAS.getSchema(whole).validate(parsed(what, body));
        assertThat(errors).as("%s: %s", what, body).isEmpty();
    }

    private static JsonNode parsed(String what, String body) {
        try {
            return JSON.readTree(body.getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException broken) {
            throw new AssertionError(what + ": expected JSON, but got " + body, broken);
        }
    }

    /** An object that is described in parts becomes one that has the properties of all. */
    private static void joinParts(JsonNode node, JsonNode description) {
        if (node instanceof ObjectNode object && object.path("allOf").isArray()) {
            ObjectNode properties = JSON.createObjectNode();
            ArrayNode required = JSON.createArrayNode();
            for (JsonNode part : object.remove("allOf")) {
                JsonNode whole = resolved(part, description);
                properties.setAll((ObjectNode) whole.path("properties"));
                whole.path("required").forEach(required::add);
            }
            object.put("type", "object").set("properties", properties);
            object.set("required", required);
        }
        node.forEach(child -> joinParts(child, description));
    }

    /** Objects with described properties have no others, unless the description says so. */
    private static void closeObjects(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(ApiContract::closeObjects);
    }
}
