package org.postroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Walks every operation that a service describes: one that answers with a list takes a limit, or says how long the list is
 * at most because another rule keeps it short.
 */
public final class ListsArePages {

    private static final Set<String> PLACES = Set.of("after", "before");

    /** Lists of what the product itself has, which nobody's data makes longer. */
    private static final Set<String> CONSTANT = Set.of("/api/permissions");

    private ListsArePages() {}

    /** Holds the description of the service on a port of this machine to it. */
    public static void everywhere(int port) {
        ApiContract contract = ApiContract.of(port);
        List<String> unbounded = new ArrayList<>();
        contract.paths().properties().forEach(path -> {
            JsonNode operation = path.getValue().path("get");
            if (!CONSTANT.contains(path.getKey())
                    && answersWithAList(contract, operation)
                    && !isPage(contract, operation)) {
                unbounded.add(path.getKey());
            }
        });
        assertThat(unbounded)
                .as("lists without the parameters limit and %s, or maxItems", PLACES)
                .isEmpty();
    }

    private static boolean answersWithAList(ApiContract contract, JsonNode operation) {
        return operation.at("/responses/200/content").properties().stream()
                .map(content -> contract.resolved(content.getValue().path("schema")))
                .anyMatch(schema -> isUnbounded(schema)
                        || schema.path("properties").properties().stream()
                                .anyMatch(property -> property.getKey().equals("entries")));
    }

    private static boolean isUnbounded(JsonNode schema) {
        return schema.path("type").asString("").equals("array") && !schema.has("maxItems");
    }

    private static boolean isPage(ApiContract contract, JsonNode operation) {
        Set<String> parameters = StreamSupport.stream(
                        operation.path("parameters").spliterator(), false)
                .map(contract::resolved)
                .map(parameter -> parameter.path("name").asString(""))
                .collect(Collectors.toSet());
        return parameters.contains("limit") && PLACES.stream().anyMatch(parameters::contains);
    }
}
