package org.postroom.verification.record;

import java.util.List;

/** What one server answered. That there is no record and that nothing is known are different answers. */
public sealed interface DnsAnswer {

    /**
     * The server has records.
     *
     * @param values their values, at least one, in presentation form; of TXT the joined text
     * @param ttlSeconds how long they may be kept
     */
    record Found(List<String> values, long ttlSeconds) implements DnsAnswer {

        /** Copies the values. */
        public Found {
            values = List.copyOf(values);
        }
    }

    /** The server is sure that there is no such record. */
    record NoRecord() implements DnsAnswer {}

    /**
     * Nothing is known: a time-out, a server's failure, a server that is not responsible.
     *
     * @param reason what happened, for people
     */
    record TryAgain(String reason) implements DnsAnswer {}
}
