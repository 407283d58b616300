package org.postroom.verification.maildomain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordPurpose;
import org.postroom.verification.record.RecordStatus;

/**
 * A record about which a check found something else than the one before.
 *
 * @param purpose what the record is for
 * @param name its absolute name
 * @param from the verdict before; null where it was never looked up
 * @param to the verdict now
 * @param foundBefore the values found before
 * @param foundNow the values found now
 */
public record RecordChange(
        RecordPurpose purpose,
        String name,
        @Nullable RecordStatus from,
        RecordStatus to,
        List<String> foundBefore,
        List<String> foundNow) {

    /** Copies the values. */
    public RecordChange {
        foundBefore = List.copyOf(foundBefore);
        foundNow = List.copyOf(foundNow);
    }

    static RecordChange between(@Nullable RecordCheck before, RecordCheck now) {
        return new RecordChange(
                now.expected().purpose(),
                now.expected().name(),
                before == null ? null : before.status(),
                now.status(),
                before == null ? List.of() : before.found(),
                now.found());
    }
}
