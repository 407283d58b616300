package org.postroom.local.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.ApiRefusedException;
import org.postroom.local.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What an administrator has configured: found by what people call it, added where it is missing. */
final class Entries {

    private static final String AGENTS = "/api/agents/";
    private static final int NOT_FOUND = 404;

    private final ApiClient administrator;
    private final URI service;

    Entries(ApiClient administrator, URI service) {
        this.administrator = administrator;
        this.service = service;
    }

    Optional<JsonNode> find(String path, String field, String label) throws IOException, InterruptedException {
        String query = "?limit=1000&q=" + URLEncoder.encode(label, StandardCharsets.UTF_8);
        return administrator
                .get(service, path + query)
                .valueStream()
                .filter(entry -> entry.path(field).asString("").equals(label))
                .findFirst();
    }

    Optional<JsonNode> agent(String id) throws IOException, InterruptedException {
        try {
            return Optional.of(administrator.get(service, AGENTS + id));
        } catch (ApiRefusedException refused) {
            if (refused.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Adds an entry and returns its identifier. */
    String add(String path, Map<String, ? extends @Nullable Object> body) throws IOException, InterruptedException {
        return id(administrator.post(service, path, body));
    }

    /** Adds an entry unless there is one of that name, whatever else it says, and returns its identifier. */
    String ensure(String path, Map<String, ? extends @Nullable Object> body) throws IOException, InterruptedException {
        var present = find(path, "name", String.valueOf(body.get("name")));
        return present.isPresent() ? id(present.get()) : add(path, body);
    }

    /** Adds an agent unless there is one with that identifier, whatever else it says. */
    void ensureAgent(String id, Map<String, ? extends @Nullable Object> body) throws IOException, InterruptedException {
        if (agent(id).isEmpty()) {
            administrator.put(service, AGENTS + id, body);
        }
    }

    /** Sets the fields named, where they differ, and leaves all others as they are; returns whether any differed. */
    boolean putRight(String path, JsonNode present, Map<String, @Nullable Object> fields)
            throws IOException, InterruptedException {
        ObjectNode wanted = ((ObjectNode) present).deepCopy();
        fields.forEach((name, value) -> {
            if (value != null || present.hasNonNull(name)) {
                wanted.set(name, Json.MAPPER.valueToTree(value));
            }
        });
        if (wanted.equals(present)) {
            return false;
        }
        administrator.put(service, path + "/" + id(present), wanted);
        return true;
    }

    static String id(JsonNode entry) {
        return entry.path("id").asString();
    }

    /** A skill at a level, as requests have it. */
    static List<Map<String, Object>> skill(String id, int proficiency) {
        return List.of(Map.of("skillId", id, "proficiency", proficiency));
    }
}
