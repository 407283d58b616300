package org.postroom.local.http;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One request that matched a route.
 *
 * @param variables the decoded path variables of the route
 * @param query the decoded query parameters; the last one of a name counts
 * @param body the body, empty when there was none
 */
@SuppressWarnings("ArrayRecordComponent") // calls are read, never compared
public record Call(Map<String, String> variables, Map<String, String> query, byte[] body) {

    /** Returns a path variable that the route declares. */
    public String variable(String name) {
        var value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route declares no variable " + name);
        }
        return value;
    }

    /** Returns a query parameter. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** Tells whether a query parameter is {@code true}. */
    public boolean flag(String name) {
        return Boolean.parseBoolean(query.get(name));
    }

    /**
     * Returns the body as JSON.
     *
     * @throws tools.jackson.core.JacksonException when it is no JSON; the server answers 400
     */
    public JsonNode json() {
        return Json.MAPPER.readTree(body);
    }

    /** Returns the body as a JSON value of a type. */
    public <T> T json(Class<T> type) {
        return Json.MAPPER.readValue(body, type);
    }
}
