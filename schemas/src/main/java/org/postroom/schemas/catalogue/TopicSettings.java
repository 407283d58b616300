package org.postroom.schemas.catalogue;

import java.util.HashMap;
import java.util.Map;

/**
 * How topics are laid out in one installation.
 *
 * @param partitions the number of partitions of every topic; it can never be changed, because an organisation's records
 *     would move to another partition and lose their order
 * @param replicationFactor the copies of each partition; -1 for the broker's default
 * @param configuration further configuration for every topic, in Kafka's own keys, for instance
 *     {@code min.insync.replicas}; what the catalogue says about a topic wins
 */
public record TopicSettings(int partitions, short replicationFactor, Map<String, String> configuration) {

    /** The number of partitions; 12 by default. */
    public static final String PARTITIONS = "postroom.topics.partitions";

    /** The copies of each partition; the broker's default by default. */
    public static final String REPLICATION_FACTOR = "postroom.topics.replication-factor";

    /** The beginning of every key that is passed on to Kafka as a topic's configuration. */
    public static final String CONFIGURATION_PREFIX = "postroom.topics.configuration.";

    /** Refuses settings that cannot work and copies the configuration. */
    public TopicSettings {
        if (partitions < 1) {
            throw new IllegalArgumentException("Expected " + PARTITIONS + " to be 1 or more, but it is " + partitions);
        }
        if (replicationFactor < 1 && replicationFactor != -1) {
            throw new IllegalArgumentException(
                    "Expected " + REPLICATION_FACTOR + " to be 1 or more, or -1, but it is " + replicationFactor);
        }
        configuration = Map.copyOf(configuration);
    }

    /** Reads the settings of a deployment job; other keys are ignored. */
    public static TopicSettings from(Map<String, String> settings) {
        Map<String, String> configuration = new HashMap<>();
        settings.forEach((key, value) -> {
            if (key.startsWith(CONFIGURATION_PREFIX)) {
                configuration.put(key.substring(CONFIGURATION_PREFIX.length()), value);
            }
        });
        return new TopicSettings(
                number(settings, PARTITIONS, 12), (short) number(settings, REPLICATION_FACTOR, -1), configuration);
    }

    private static int number(Map<String, String> settings, String key, int otherwise) {
        String value = settings.get(key);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Expected " + key + " to be a whole number, but it is " + value, e);
        }
    }
}
