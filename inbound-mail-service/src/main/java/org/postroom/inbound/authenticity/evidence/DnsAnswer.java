package org.postroom.inbound.authenticity.evidence;

import java.util.List;

/**
 * What DNS answers to one question.
 *
 * @param <T> what the records hold
 */
public sealed interface DnsAnswer<T> {

    /** The records, at least one, in the order of the answer. */
    record Records<T>(List<T> values) implements DnsAnswer<T> {

        /** Copies the values. */
        public Records {
            values = List.copyOf(values);
        }
    }

    /** The name does not exist, or has no such record. */
    record None<T>() implements DnsAnswer<T> {}

    /** It could not be found out: a name server failed, or did not answer in time. */
    record Trouble<T>() implements DnsAnswer<T> {}
}
