package org.postroom.console.projection;

/**
 * A place in the log.
 *
 * @param topic the topic's name
 * @param partition the partition, from 0
 * @param offset the offset, from 0
 */
public record LogPosition(String topic, int partition, long offset) {}
