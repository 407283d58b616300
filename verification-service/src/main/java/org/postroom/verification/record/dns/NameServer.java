package org.postroom.verification.record.dns;

import java.net.InetAddress;
import java.util.List;

/**
 * A name server of a zone.
 *
 * @param host its host name
 * @param addresses its addresses; none where they could not be found
 */
record NameServer(String host, List<InetAddress> addresses) {

    NameServer {
        addresses = List.copyOf(addresses);
    }
}
