package org.postroom.verification.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one server answered. That there is no record and that nothing is known are different answers. */
public sealed interface DnsAnswer {

    /**
     * The server has records.
     *
     * @param values their values, at least one, in presentation form; of TXT the joined text
     * @param ttlSeconds how long they may be kept
     * @param alias the name that the asked one is an alias of, where the values really stand; null where it is none
     */
    record Found(
            List<String> values, long ttlSeconds, @Nullable String alias) implements DnsAnswer {

        /** Copies the values. */
        public Found {
            values = List.copyOf(values);
        }

        /** Values that stand at the asked name itself. */
        public Found(List<String> values, long ttlSeconds) {
            this(values, ttlSeconds, null);
        }
    }

    /**
     * The server is sure that there is no such record.
     *
     * @param nameExists whether the name has records of other types, or names below it
     * @param alias the name that the asked one is an alias of; null where it is none
     */
    record NoRecord(boolean nameExists, @Nullable String alias) implements DnsAnswer {

        /** Absence at the asked name itself. */
        public NoRecord(boolean nameExists) {
            this(nameExists, null);
        }
    }

    /**
     * Nothing is known.
     *
     * @param cause why
     * @param reason what happened, for people: continues a sentence that begins with the server's name
     */
    record TryAgain(Cause cause, String reason) implements DnsAnswer {}

    /** Why nothing is known. */
    enum Cause {
        /** No answer came in time. */
        TIMED_OUT,
        /** The network says that the server cannot be reached, or that nothing listens there. */
        UNREACHABLE,
        /** The server does not want to answer, as one that does not have the zone does. */
        REFUSED,
        /** The server says that it failed. */
        SERVER_FAILURE,
        /** The server answers, but is not responsible for the name. */
        NOT_AUTHORITATIVE,
        /** The answer could not be read, or its aliases go in a circle. */
        MALFORMED,
        /** The server was not asked: it has no address, one that is not public, or was silent a moment ago. */
        NOT_ASKED
    }

    /** The name that the asked one is an alias of; null where it is none, or nothing is known. */
    default @Nullable String aliasTarget() {
        return switch (this) {
            case Found found -> found.alias();
            case NoRecord none -> none.alias();
            case TryAgain unknown -> null;
        };
    }
}
