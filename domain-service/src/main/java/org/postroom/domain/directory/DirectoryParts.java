package org.postroom.domain.directory;

import java.time.Clock;
import org.postroom.domain.audit.AuditTrail;
import org.postroom.runtime.id.IdSource;

/**
 * What the directories of all kinds share.
 *
 * @param store keeps the entries
 * @param changes makes several steps one change
 * @param audit keeps who changed what
 * @param ids gives identifiers
 * @param clock tells the time
 * @param mostEntries how many entries of one kind an organisation may have
 */
public record DirectoryParts(
        EntryStore store, Changes changes, AuditTrail audit, IdSource ids, Clock clock, int mostEntries) {

    /** The same for a kind whose own rules say how many entries there may be. */
    public DirectoryParts uncounted() {
        return new DirectoryParts(store, changes, audit, ids, clock, Integer.MAX_VALUE);
    }
}
