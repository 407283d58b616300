package org.postroom.verification.maildomain;

import java.time.Duration;
import java.util.List;
import org.postroom.verification.direction.Direction;
import org.postroom.verification.direction.DirectionChange;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordCheck;

/** What happened to a domain's verification. */
public sealed interface DomainEvent {

    /**
     * The records to publish were issued; they replace the ones before.
     *
     * @param records all of them
     */
    record RecordsIssued(List<ExpectedRecord> records) implements DomainEvent {}

    /**
     * A check ended with something to tell: the first, one that was asked for, or one with a new outcome.
     *
     * @param trigger what made it run
     * @param results one for each issued record
     * @param took how long it took
     */
    record Checked(CheckTrigger trigger, List<RecordCheck> results, Duration took) implements DomainEvent {}

    /**
     * A direction's state changed.
     *
     * @param direction the direction
     * @param change how
     */
    record DirectionChanged(Direction direction, DirectionChange change) implements DomainEvent {}
}
