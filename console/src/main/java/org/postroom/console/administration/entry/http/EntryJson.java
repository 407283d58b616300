package org.postroom.console.administration.entry.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.entry.Entry;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Entries as JSON. */
@Component
class EntryJson {

    private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {};

    private final JsonMapper json;

    EntryJson(JsonMapper json) {
        this.json = json;
    }

    /** Reads an entry; what is null in the JSON is left out. */
    Entry read(ObjectNode node) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> property : node.properties()) {
            if (!property.getValue().isNull()) {
                values.put(property.getKey(), json.convertValue(property.getValue(), Object.class));
            }
        }
        @Nullable JsonNode id = node.get("id");
        @Nullable JsonNode version = node.get("version");
        return new Entry(
                id == null || id.isNull() ? null : id.asString(),
                version == null || version.isNull() ? null : version.asLong(),
                values);
    }

    /** Writes an entry's values. */
    String write(Entry entry) {
        return json.writeValueAsString(entry.values());
    }

    /** Reads an entry's values. */
    Entry read(Entry like, String values) {
        return new Entry(like.id(), like.version(), json.readValue(values, VALUES));
    }
}
