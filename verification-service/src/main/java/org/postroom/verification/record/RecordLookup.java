package org.postroom.verification.record;

import java.util.List;

/** Asks the name servers that are responsible for a name, all of them, without anything kept from before. */
public interface RecordLookup {

    /**
     * Returns one answer for each server, at least one; where the servers themselves cannot be found out, the only
     * answer says so.
     *
     * @param name the absolute name, without a trailing dot
     */
    List<ServerAnswer> lookUp(String name, RecordType type);
}
