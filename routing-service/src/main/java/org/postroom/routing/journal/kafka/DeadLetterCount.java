package org.postroom.routing.journal.kafka;

/** Counts what was put aside, for alarms. */
@FunctionalInterface
interface DeadLetterCount {

    /** One more record of a topic. */
    void add(String topic);
}
