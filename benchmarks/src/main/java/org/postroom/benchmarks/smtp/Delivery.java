package org.postroom.benchmarks.smtp;

import java.util.List;

/**
 * One mail that was answered.
 *
 * @param code the reply code after its content
 * @param emailIds the identifiers in the answer; empty where it was refused
 * @param sentAt when its last byte had been written, in {@link System#nanoTime()}
 * @param answeredAt when the answer had been read, in the same
 */
record Delivery(int code, List<String> emailIds, long sentAt, long answeredAt) {

    boolean isAccepted() {
        return code == 250;
    }

    long nanos() {
        return answeredAt - sentAt;
    }
}
