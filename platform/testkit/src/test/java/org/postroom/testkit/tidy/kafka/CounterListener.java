package org.postroom.testkit.tidy.kafka;

import org.apache.kafka.common.TopicPartition;
import org.postroom.testkit.tidy.counting.Counter;

/** Keeps the rules, for the test of the rules. */
final class CounterListener {

    private CounterListener() {}

    static int count(TopicPartition partition) {
        return Counter.count(partition.topic());
    }
}
