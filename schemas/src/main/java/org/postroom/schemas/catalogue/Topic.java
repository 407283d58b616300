package org.postroom.schemas.catalogue;

import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * A Kafka topic of Postroom, as a promise to whoever reads it.
 *
 * @param name the topic's name in Kafka
 * @param purpose what a reader finds in it, in one sentence
 * @param key what its records are keyed by
 * @param retention how long records stay
 * @param configuration further topic configuration, in Kafka's own keys
 * @param records the records it carries, each with the module that writes it
 * @param readers the modules that read it
 */
public record Topic(
        String name,
        String purpose,
        Key key,
        Retention retention,
        Map<String, String> configuration,
        List<Entry> records,
        List<String> readers) {

    /** Copies the collections, so that a topic never changes. */
    public Topic {
        configuration = Map.copyOf(configuration);
        records = List.copyOf(records);
        readers = List.copyOf(readers);
    }

    /** What a topic's records are keyed by. */
    public enum Key {
        /** The organisation id: everything about one organisation is in order. */
        ORGANISATION,
        /** {@code organisation id/kind/entity id}, placed in the organisation's partition, so that compaction keeps each entity's newest state. */
        ORGANISATION_AND_ENTITY,
        /** The interaction id: order matters only within one interaction. */
        INTERACTION
    }

    /** How long records stay. */
    public enum Retention {
        /** For ever: the log is the record of what happened. */
        KEEP,
        /** The newest record of each key; a null value removes it. */
        COMPACT,
        /** Seven days. */
        SEVEN_DAYS
    }

    /**
     * One kind of record in a topic.
     *
     * @param type the generated class
     * @param writer the one module that writes it
     */
    public record Entry(Class<? extends SpecificRecord> type, String writer) {}

    /** The topic that receives what a reader of this one without a database could not process, to be given back. */
    public String deadLetters() {
        return name + ".dead-letters";
    }

    /**
     * The module that writes a kind of record.
     *
     * @throws IllegalArgumentException where the topic carries none of this kind
     */
    public String writerOf(Class<? extends SpecificRecord> type) {
        return records.stream()
                .filter(entry -> entry.type().equals(type))
                .map(Entry::writer)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a record of " + name + ", but got " + type.getSimpleName()));
    }
}
