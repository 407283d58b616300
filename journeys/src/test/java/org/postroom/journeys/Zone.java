package org.postroom.journeys;

import java.util.List;
import java.util.Map;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.StackAddresses;
import tools.jackson.databind.JsonNode;

/** A domain's zone in the DNS playground, where its administrator publishes what Postroom asks for. */
final class Zone {

    private final StackAddresses stack = RunningStack.addresses();
    private final String name;

    Zone(String name) {
        this.name = name;
    }

    /** Publishes the records and nothing else, but for those of one purpose. */
    void publishAllBut(String purpose, JsonNode verification) throws Exception {
        List<Map<String, Object>> records = verification
                .path("records")
                .valueStream()
                .filter(record -> !record.path("purpose").asString().equals(purpose))
                .map(record -> Map.<String, Object>of(
                        "name", record.path("name").asString() + ".",
                        "type", record.path("type").asString(),
                        "value", record.path("value").asString()))
                .toList();
        ApiClient.anonymous().put(stack.dns(), "/zones/" + name + "/records?whole=true", records);
    }
}
