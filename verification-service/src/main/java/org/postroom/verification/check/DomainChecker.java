package org.postroom.verification.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.postroom.verification.maildomain.Check;
import org.postroom.verification.maildomain.MailDomainStore;
import org.postroom.verification.maildomain.MailDomainStore.DueCheck;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordJudge;
import org.postroom.verification.record.RecordLookup;
import org.postroom.verification.schedule.CheckSchedule;

/** Runs a check: looks every record up, and concludes. No transaction is open while name servers are asked. */
public final class DomainChecker {

    private final MailDomainStore store;
    private final RecordLookup lookup;
    private final CheckSchedule schedule;
    private final Duration grace;
    private final Clock clock;
    private final DoubleSupplier chance;

    /**
     * Puts a checker together.
     *
     * @param grace how long records may be absent before a direction fails
     * @param chance draws numbers from 0 to 1
     */
    public DomainChecker(
            MailDomainStore store,
            RecordLookup lookup,
            CheckSchedule schedule,
            Duration grace,
            Clock clock,
            DoubleSupplier chance) {
        this.store = store;
        this.lookup = lookup;
        this.schedule = schedule;
        this.grace = grace;
        this.clock = clock;
        this.chance = chance;
    }

    /** Takes checks that are due, at most so many; they must be run before the lease ends. */
    public List<DueCheck> takeDue(int most, Duration lease) {
        return store.claimDue(clock.instant(), lease, most);
    }

    /** Runs a check that was taken. */
    public void run(DueCheck due) {
        Instant begun = clock.instant();
        List<RecordCheck> results = due.domain().records().stream()
                .map(expected -> RecordJudge.judge(expected, lookup.lookUp(expected.name(), expected.type())))
                .toList();
        Instant ended = clock.instant();
        var check = new Check(due.trigger(), results, ended, Duration.between(begun, ended));
        store.complete(
                due,
                domain -> domain.checked(check, grace),
                domain -> schedule.next(domain.isSettled(), domain.eagerSince(), ended, chance.getAsDouble()),
                ended);
    }
}
