package org.postroom.verification.maildomain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.dmarc.DmarcStatus;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.ZoneFacts;

/**
 * What a check found.
 *
 * @param results one for each record that was issued when it began
 * @param dmarc what is known of the DMARC policy; null before the first check
 * @param zone where the records are published; null where that could not be found out
 */
public record Findings(
        List<RecordCheck> results,
        @Nullable DmarcStatus dmarc,
        @Nullable ZoneFacts zone) {

    /** Copies the results. */
    public Findings {
        results = List.copyOf(results);
    }

    /** What is known before the first check. */
    public static Findings none() {
        return new Findings(List.of(), null, null);
    }

    /** What was found of a record; empty where it was not looked up. */
    public Optional<RecordCheck> of(ExpectedRecord record) {
        return results.stream()
                .filter(result -> result.expected().equals(record))
                .findFirst();
    }

    /** The records whose verdict or values differ from those before. */
    public List<RecordChange> since(Findings before) {
        List<RecordChange> changes = new ArrayList<>();
        for (RecordCheck now : results) {
            Optional<RecordCheck> last = before.of(now.expected());
            if (last.isEmpty() || !now.sameOutcome(last.get())) {
                changes.add(RecordChange.between(last.orElse(null), now));
            }
        }
        return changes;
    }
}
