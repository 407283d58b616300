package org.postroom.testkit.untidy.counting;

import java.time.Instant;
import org.apache.kafka.common.TopicPartition;
import org.postroom.testkit.untidy.kafka.CounterListener;
import org.postroom.testkit.untidy.telling.Teller;

/** Breaks each of the rules, for the test of the rules. */
public final class Counter {

    private Counter() {}

    /** Takes the time on the spot, knows a technology, leans on a leaf, on an adapter beside it and on what leans on it. */
    public static String count() {
        return Instant.now()
                + new TopicPartition("counted", 0).topic()
                + CounterListener.NAME
                + Teller.NAME
                + JdbcCounts.NAME;
    }
}
