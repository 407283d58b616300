package org.postroom.runtime.network;

import java.net.InetAddress;
import java.util.List;

/** Finds the network addresses of a host. */
@FunctionalInterface
public interface HostLookup {

    /** Looks the host up now. */
    Result of(String host);

    /** What came of it. */
    sealed interface Result {

        /**
         * It has addresses.
         *
         * @param addresses at least one
         */
        record Found(List<InetAddress> addresses) implements Result {

            /** Copies the list. */
            public Found {
                addresses = List.copyOf(addresses);
            }
        }

        /** There is no such host, or it has no address. */
        record NotFound() implements Result {}

        /**
         * DNS gave no answer; that is not "no host".
         *
         * @param reason what happened
         */
        record NoAnswer(String reason) implements Result {}
    }
}
