package org.postroom.runtime.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;
import org.postroom.schemas.catalogue.Topic;

/** Which partition a record goes to: everything about one organisation goes to one. */
public final class Partitions {

    private Partitions() {}

    /**
     * The partition of a record.
     *
     * @param topic the topic
     * @param organisationId the organisation the record is about
     * @param key the record's key
     * @param count how many partitions the topic has, at least 1
     */
    public static int partition(Topic topic, String organisationId, String key, int count) {
        String decisive = topic.key() == Topic.Key.INTERACTION ? key : organisationId;
        return Utils.toPositive(Utils.murmur2(decisive.getBytes(StandardCharsets.UTF_8))) % count;
    }
}
