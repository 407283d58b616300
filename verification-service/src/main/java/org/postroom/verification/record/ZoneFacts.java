package org.postroom.verification.record;

import java.util.List;

/**
 * Where a domain's records are published.
 *
 * @param zone the zone that the domain is in: itself or a name above it, without a trailing dot
 * @param nameServers the host names of the zone's name servers
 */
public record ZoneFacts(String zone, List<String> nameServers) {

    /** Copies the names. */
    public ZoneFacts {
        nameServers = List.copyOf(nameServers);
    }

    /** A name as DNS hosts that append the zone want it; {@code @} for the zone itself. */
    public String relative(String name) {
        if (name.equals(zone)) {
            return "@";
        }
        return name.endsWith("." + zone) ? name.substring(0, name.length() - zone.length() - 1) : name;
    }
}
