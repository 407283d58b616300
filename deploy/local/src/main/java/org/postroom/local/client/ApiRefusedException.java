package org.postroom.local.client;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.postroom.local.http.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A service answered a request with an error. */
public final class ApiRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final URI address;
    private final int status;
    private final String body;

    ApiRefusedException(String method, URI address, int status, String body) {
        super("expected " + method + " " + address + " to succeed, but the answer is " + status + " " + body);
        this.address = address;
        this.status = status;
        this.body = body;
    }

    /** The address that was asked. */
    public URI address() {
        return address;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** What the service says is wrong, in sentences for people: the detail of the problem, and each wrong field. */
    public List<String> reasons() {
        try {
            JsonNode problem = Json.MAPPER.readTree(body);
            List<String> reasons = new ArrayList<>();
            problem.path("errors")
                    .valueStream()
                    .map(error -> error.path("field").asString("") + ": "
                            + error.path("rule").asString(""))
                    .forEach(reasons::add);
            if (reasons.isEmpty()) {
                reasons.add(problem.path("detail").asString(String.valueOf(getMessage())));
            }
            return reasons;
        } catch (JacksonException noJson) {
            return List.of(String.valueOf(getMessage()));
        }
    }
}
