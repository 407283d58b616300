package org.postroom.verification.maildomain.http;

import java.time.Instant;
import java.util.List;
import org.postroom.verification.maildomain.CheckTrigger;
import org.postroom.verification.maildomain.PastCheck;
import org.postroom.verification.maildomain.RecordChange;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.ZoneFacts;

/**
 * A check in the history.
 *
 * @param sequence its number, for {@code before}
 * @param checkedAt when it ended
 * @param trigger what made it run
 * @param durationMillis how long it took
 * @param changes what it found other than the check before
 * @param results what it found; empty where nothing changed
 */
record PastCheckJson(
        long sequence,
        Instant checkedAt,
        CheckTrigger trigger,
        long durationMillis,
        List<RecordChange> changes,
        List<RecordJson> results) {

    static PastCheckJson of(PastCheck check) {
        return new PastCheckJson(
                check.sequence(),
                check.checkedAt(),
                check.trigger(),
                check.took().toMillis(),
                check.changes(),
                check.results().stream().map(PastCheckJson::result).toList());
    }

    private static RecordJson result(RecordCheck result) {
        String name = result.expected().name();
        return RecordJson.of(
                result.expected(), result, new ZoneFacts(name.substring(name.indexOf('.') + 1), List.of()));
    }
}
