package org.postroom.runtime.deadletter;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Tells a listener that keeps its own place in the log that a record comes later than its place says. */
public final class GivenBack {

    /** On such records alone, within this process. */
    static final String HEADER = "postroom-given-back";

    private GivenBack() {}

    /** Whether a record was set aside and is given back now; others of its partition were processed in between. */
    public static boolean is(ConsumerRecord<?, ?> entry) {
        return entry.headers().lastHeader(HEADER) != null;
    }
}
