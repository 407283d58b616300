package org.postroom.verification.maildomain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.direction.Direction;
import org.postroom.verification.direction.DirectionChange;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordStatus;

/** What happened to a domain's verification. */
public sealed interface DomainEvent {

    /**
     * What its owner sets up was issued; it replaces the issue before.
     *
     * @param issue all of it
     */
    record RecordsIssued(Issue issue) implements DomainEvent {}

    /**
     * A check ended.
     *
     * @param check the check
     * @param changes what it found other than the one before
     */
    record Checked(Check check, List<RecordChange> changes) implements DomainEvent {

        /** Copies the changes. */
        public Checked {
            changes = List.copyOf(changes);
        }
    }

    /**
     * A record has another verdict than before.
     *
     * @param record the record
     * @param from the verdict before; null where there was none
     * @param to the verdict now
     * @param reason what was found, in one sentence
     */
    record RecordStatusChanged(
            ExpectedRecord record, @Nullable RecordStatus from, RecordStatus to, String reason)
            implements DomainEvent {}

    /**
     * A direction's state changed.
     *
     * @param direction the direction
     * @param change how
     */
    record DirectionChanged(Direction direction, DirectionChange change) implements DomainEvent {}
}
