package org.postroom.verification.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One expected record and what DNS really holds for it.
 *
 * @param expected the record as issued
 * @param status the verdict
 * @param found the values found, of all servers, each once
 * @param cure one sentence on what is wrong and how to cure it; null where all is well
 * @param servers the servers asked
 * @param ttlSeconds the lowest time to live seen; null where nothing was found
 */
public record RecordCheck(
        ExpectedRecord expected,
        RecordStatus status,
        List<String> found,
        @Nullable String cure,
        List<String> servers,
        @Nullable Long ttlSeconds) {

    /** Copies the lists. */
    public RecordCheck {
        found = List.copyOf(found);
        servers = List.copyOf(servers);
    }

    /** Whether two checks of the same record tell the administrator the same. */
    public boolean sameOutcome(RecordCheck other) {
        return expected.equals(other.expected) && status == other.status && found.equals(other.found);
    }
}
