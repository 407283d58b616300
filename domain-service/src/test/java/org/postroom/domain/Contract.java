package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The service's own OpenAPI description, against which every request that succeeded and every answer is checked: the
 * operation, the status, and the body with no field that the description does not have.
 */
final class Contract {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<Integer, Contract> BY_PORT = new ConcurrentHashMap<>();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final JsonNode description;

    private Contract(JsonNode description) {
        this.description = description;
    }

    static Contract of(int port) {
        return BY_PORT.computeIfAbsent(port, present -> {
            JsonNode description = JSON.readTree(
                    Api.operator(port).sendUnchecked("GET", "/openapi", null).body());
            closeObjects(description);
            return new Contract(description);
        });
    }

    /** Checks one exchange. */
    void check(String method, String pathAndQuery, String request, int status, String contentType, String answer) {
        String path = pathAndQuery.replaceAll("[?].*", "");
        Optional<JsonNode> operation = operation(method, path);
        if (operation.isEmpty()) {
            assertThat(status).as("%s %s is not described", method, path).isIn(401, 404, 405);
            return;
        }
        JsonNode described = operation.get();
        JsonNode response = described.path("responses").path(Integer.toString(status));
        assertThat(response.isMissingNode())
                .as("%s %s: status %d is not described: %s", method, path, status, answer)
                .isFalse();
        if (!answer.isBlank() && contentType.contains("json")) {
            conforms(method + " " + path + " answer", response.path("content"), contentType, answer);
        }
        if (request != null && status < 300) {
            conforms(
                    method + " " + path + " request",
                    described.path("requestBody").path("content"),
                    "application/json",
                    request);
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

    private void conforms(String what, JsonNode content, String contentType, String body) {
        String type = contentType.replaceAll(";.*", "").strip();
        JsonNode schema = List.of(type, "*/*", "application/json").stream()
                .map(name -> content.path(name).path("schema"))
                .filter(node -> !node.isMissingNode())
                .findFirst()
                .orElseThrow(() -> new AssertionError(what + ": no schema for " + type + " in " + content));
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", description.path("components"));
        List<Error> errors = SCHEMAS.getSchema(whole).validate(JSON.readTree(body));
        assertThat(errors).as("%s: %s", what, body).isEmpty();
    }

    /** Objects with described properties have no others, unless the description says so. */
    private static void closeObjects(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Contract::closeObjects);
    }
}
