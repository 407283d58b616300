package org.postroom.schemas.registry;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/** How the registry's subject follows from a topic and a schema; the three ways that Confluent's clients know. */
public enum SubjectNameStrategy {

    /** One schema for a topic's keys and one for its values: {@code <topic>-key} or {@code <topic>-value}. */
    TOPIC("TopicNameStrategy") {
        @Override
        public String subject(String topic, boolean key, Schema schema) {
            return topic + (key ? "-key" : "-value");
        }
    },

    /** One schema for a record type wherever it is written: the record's full name. */
    RECORD("RecordNameStrategy") {
        @Override
        public String subject(String topic, boolean key, Schema schema) {
            return schema.getFullName();
        }
    },

    /** Several record types in a topic, each evolving by itself: {@code <topic>-<record's full name>}. */
    TOPIC_RECORD("TopicRecordNameStrategy") {
        @Override
        public String subject(String topic, boolean key, Schema schema) {
            return topic + "-" + schema.getFullName();
        }
    };

    private static final String CONFLUENT_PACKAGE = "io.confluent.kafka.serializers.subject.";

    private final String className;

    SubjectNameStrategy(String className) {
        this.className = className;
    }

    /**
     * The subject of a record's schema.
     *
     * @param topic the topic it is written to
     * @param key true where the record is a key, false where it is a value
     * @param schema the record's schema; it has a name
     */
    public abstract String subject(String topic, boolean key, Schema schema);

    /** The name of Confluent's class for this strategy, as it stands in configurations. */
    public String confluentName() {
        return CONFLUENT_PACKAGE + className;
    }

    /**
     * Reads a strategy from a configuration.
     *
     * @param key the configuration key, for the message
     * @param value Confluent's class name, with or without its package, or a class of that name
     * @throws ConfigException where there is no such strategy
     */
    public static SubjectNameStrategy from(String key, Object value) {
        String name = value instanceof Class<?> type ? type.getName() : value.toString();
        for (SubjectNameStrategy strategy : values()) {
            if (name.equals(strategy.confluentName()) || name.equals(strategy.className)) {
                return strategy;
            }
        }
        String known =
                Arrays.stream(values()).map(SubjectNameStrategy::confluentName).collect(Collectors.joining(", "));
        throw new ConfigException(key, name, "expected one of " + known);
    }
}
