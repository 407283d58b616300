package org.postroom.schemas.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.TopicConfig;

/**
 * What must be done so that a cluster has every topic in the catalogue's shape.
 *
 * @param missing the topics to create
 * @param corrections for each topic whose configuration differs, the keys to set
 * @param refusals what cannot be mended, one sentence each; nothing may be done where there are any
 */
record TopicPlan(List<Shape> missing, Map<String, Map<String, String>> corrections, List<String> refusals) {

    /**
     * A topic as it should be, or as it is.
     *
     * @param name the topic's name
     * @param partitions the number of its partitions
     * @param configuration its configuration, in Kafka's own keys
     */
    record Shape(String name, int partitions, Map<String, String> configuration) {}

    private static final String SEVEN_DAYS_IN_MILLISECONDS = "604800000";
    private static final String FOR_EVER = "-1";

    /** The shapes that the catalogue demands: every topic, then every dead-letter topic. */
    static List<Shape> wanted(int partitions) {
        Stream<Shape> topics = Topics.all().stream()
                .map(topic ->
                        new Shape(topic.name(), partitions, configuration(topic.retention(), topic.configuration())));
        Stream<Shape> deadLetters = Topics.all().stream()
                .map(topic ->
                        new Shape(topic.deadLetters(), partitions, configuration(Topic.Retention.KEEP, Map.of())));
        return Stream.concat(topics, deadLetters).toList();
    }

    /** Compares what should be with what is. */
    static TopicPlan of(List<Shape> wanted, Map<String, Shape> present) {
        List<Shape> missing = new ArrayList<>();
        Map<String, Map<String, String>> corrections = new LinkedHashMap<>();
        List<String> refusals = new ArrayList<>();
        for (Shape topic : wanted) {
            Shape actual = present.get(topic.name());
            if (actual == null) {
                missing.add(topic);
            } else if (actual.partitions() != topic.partitions()) {
                refusals.add(wrongPartitions(topic, actual));
            } else if (!difference(topic, actual).isEmpty()) {
                corrections.put(topic.name(), difference(topic, actual));
            }
        }
        return new TopicPlan(missing, corrections, refusals);
    }

    private static Map<String, String> difference(Shape wanted, Shape actual) {
        Map<String, String> difference = new HashMap<>(wanted.configuration());
        difference.entrySet().removeAll(actual.configuration().entrySet());
        return difference;
    }

    private static String wrongPartitions(Shape wanted, Shape actual) {
        return "Expected the topic %s to have %d partitions, but it has %d. The number is fixed for good, because organisations would move between partitions and lose their order: set %s to %d."
                .formatted(
                        wanted.name(),
                        wanted.partitions(),
                        actual.partitions(),
                        TopicSettings.PARTITIONS,
                        actual.partitions());
    }

    private static Map<String, String> configuration(Topic.Retention retention, Map<String, String> further) {
        Map<String, String> configuration = new HashMap<>(
                switch (retention) {
                    case KEEP ->
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.RETENTION_MS_CONFIG, FOR_EVER,
                                TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER);
                    case COMPACT -> Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
                    case SEVEN_DAYS ->
                        Map.of(
                                TopicConfig.CLEANUP_POLICY_CONFIG,
                                TopicConfig.CLEANUP_POLICY_DELETE,
                                TopicConfig.RETENTION_MS_CONFIG,
                                SEVEN_DAYS_IN_MILLISECONDS);
                });
        configuration.putAll(further);
        return configuration;
    }
}
