package org.postroom.verification.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.postroom.verification.maildomain.Check;
import org.postroom.verification.maildomain.Findings;
import org.postroom.verification.maildomain.Installation;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.maildomain.MailDomainStore;
import org.postroom.verification.maildomain.MailDomainStore.DueCheck;
import org.postroom.verification.record.RecordLookup;
import org.postroom.verification.schedule.CheckSchedule;

/** Runs a check: looks every record up, and concludes. No transaction is open while name servers are asked. */
public final class DomainChecker {

    private final MailDomainStore store;
    private final DomainInspection inspection;
    private final Installation installation;
    private final CheckSchedule schedule;
    private final Duration grace;
    private final Clock clock;
    private final DoubleSupplier chance;

    /**
     * Puts a checker together.
     *
     * @param installation what domains are asked to point to
     * @param grace how long records may be absent before a direction fails
     * @param chance draws numbers from 0 to 1
     */
    public DomainChecker(
            MailDomainStore store,
            RecordLookup lookup,
            Installation installation,
            CheckSchedule schedule,
            Duration grace,
            Clock clock,
            DoubleSupplier chance) {
        this.store = store;
        this.inspection = new DomainInspection(lookup);
        this.installation = installation;
        this.schedule = schedule;
        this.grace = grace;
        this.clock = clock;
        this.chance = chance;
    }

    /** Takes checks that are due, at most so many; they must be run before the lease ends. */
    public List<DueCheck> takeDue(int most, Duration lease) {
        return store.claimDue(clock.instant(), lease, most);
    }

    /** Runs a check that was taken. Where the records to publish are others by now, they are issued instead. */
    public void run(DueCheck due) {
        Instant begun = clock.instant();
        if (!due.domain().isIssuedBy(installation)) {
            store.change(
                    due.domain().identity().organisationId(),
                    due.domain().identity().domainId(),
                    domain -> domain.reissued(installation, begun),
                    begun);
            return;
        }
        Findings findings = inspection.of(due.domain());
        Instant ended = clock.instant();
        var check = new Check(due.trigger(), findings, ended, Duration.between(begun, ended));
        store.complete(due, check, grace, domain -> next(domain, ended));
    }

    /** How many domains should have been checked so long ago, and were not. */
    public long overdueBy(Duration delay) {
        return store.overdue(clock.instant().minus(delay));
    }

    private Instant next(MailDomain domain, Instant ended) {
        return schedule.next(domain.isSettled(), domain.eagerSince(), ended, chance.getAsDouble());
    }
}
