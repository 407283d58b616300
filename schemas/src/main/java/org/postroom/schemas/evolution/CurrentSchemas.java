package org.postroom.schemas.evolution;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;

/** The schemas that this source tree describes. */
final class CurrentSchemas {

    private CurrentSchemas() {}

    /** Every record of the catalogue, by topic and its full name, in the catalogue's order. */
    static Map<String, Map<String, Schema>> byTopicAndName() {
        Map<String, Map<String, Schema>> schemas = new LinkedHashMap<>();
        for (Topic topic : Topics.all()) {
            Map<String, Schema> ofTopic = new LinkedHashMap<>();
            for (Topic.Entry entry : topic.records()) {
                Schema schema = SpecificData.get().getSchema(entry.type());
                ofTopic.put(schema.getFullName(), schema);
            }
            schemas.put(topic.name(), ofTopic);
        }
        return schemas;
    }
}
