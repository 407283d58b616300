package org.postroom.verification.record.dns;

import java.util.List;
import org.xbill.DNS.Name;

/**
 * A zone with its name servers.
 *
 * @param origin the name that the zone begins at
 * @param servers its name servers, at least one
 */
record ServedZone(Name origin, List<NameServer> servers) {

    ServedZone {
        servers = List.copyOf(servers);
    }
}
