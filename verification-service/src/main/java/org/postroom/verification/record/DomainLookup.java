package org.postroom.verification.record;

import java.util.List;
import java.util.Optional;

/** The look-ups of one check of a domain. */
public interface DomainLookup {

    /** The zone that the domain is in, and its name servers; empty where they could not be found out. */
    Optional<ZoneFacts> zone();

    /**
     * Returns one answer for each address of each server, at least one; where the servers themselves cannot be found
     * out, the only answer says so.
     *
     * @param name the absolute name, without a trailing dot
     */
    List<ServerAnswer> lookUp(String name, RecordType type);

    /** Returns the answer of the first server that knows something, asking one after the other. */
    DnsAnswer glimpse(String name, RecordType type);

    /**
     * Asks a resolver that validates signatures (RFC 4035) about a record.
     *
     * @return what the resolver says of broken signatures; empty where they are right, the zone has none, the resolver
     *     cannot tell, or the installation has no such resolver
     */
    Optional<String> brokenSignatures(String name, RecordType type);
}
