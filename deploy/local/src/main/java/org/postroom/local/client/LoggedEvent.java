package org.postroom.local.client;

/**
 * An event and where it stands in the log.
 *
 * @param event the event
 * @param topic the topic
 * @param partition the partition
 * @param offset the offset
 * @param <T> its type
 */
public record LoggedEvent<T>(T event, String topic, int partition, long offset) {

    /** The position as people write it, for instance {@code postroom.email-events[2]@17}. */
    public String position() {
        return topic + "[" + partition + "]@" + offset;
    }
}
