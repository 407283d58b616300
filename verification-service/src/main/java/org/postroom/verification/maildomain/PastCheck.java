package org.postroom.verification.maildomain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.postroom.verification.record.RecordCheck;

/**
 * A check in a domain's history.
 *
 * @param sequence its number; later checks have higher ones
 * @param checkedAt when it ended
 * @param trigger what made it run
 * @param took how long it took
 * @param changes what it found other than the one before
 * @param results what it found; empty where that was the same as in the check before
 */
public record PastCheck(
        long sequence,
        Instant checkedAt,
        CheckTrigger trigger,
        Duration took,
        List<RecordChange> changes,
        List<RecordCheck> results) {

    /** Copies the lists. */
    public PastCheck {
        changes = List.copyOf(changes);
        results = List.copyOf(results);
    }
}
