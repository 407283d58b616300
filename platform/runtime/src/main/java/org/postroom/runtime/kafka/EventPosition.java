package org.postroom.runtime.kafka;

/**
 * Where an event stands in the log.
 *
 * @param topic the topic's name
 * @param partition the partition, from 0
 * @param offset the offset, from 0
 */
public record EventPosition(String topic, int partition, long offset) {}
