package org.postroom.verification.maildomain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.direction.Direction;
import org.postroom.verification.direction.DirectionState;
import org.postroom.verification.direction.DirectionState.NotStarted;
import org.postroom.verification.direction.Transition;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordStatus;

/**
 * A mail domain as verification sees it.
 *
 * @param identity which domain
 * @param records the records issued
 * @param receiving whether mail to it is accepted
 * @param sending whether mail from it is sent
 * @param eagerSince when it, its records or its owner last gave a reason to look closely
 * @param lastResults what the last check found; empty before the first
 * @param lastCheckedAt when the last check ended; null before the first
 */
public record MailDomain(
        DomainIdentity identity,
        List<ExpectedRecord> records,
        DirectionState receiving,
        DirectionState sending,
        Instant eagerSince,
        List<RecordCheck> lastResults,
        @Nullable Instant lastCheckedAt) {

    /** Copies the lists. */
    public MailDomain {
        records = List.copyOf(records);
        lastResults = List.copyOf(lastResults);
    }

    /**
     * A domain was added: it gets its records.
     *
     * @param token the secret that its owner publishes, never used for another domain
     * @param mailHost the host that takes mail for us
     */
    public static Decision added(DomainIdentity identity, String token, String mailHost, Instant now) {
        List<ExpectedRecord> records = List.of(
                ExpectedRecord.ownership(identity.domainName(), token),
                ExpectedRecord.inboundMx(identity.domainName(), mailHost));
        var domain = new MailDomain(identity, records, new NotStarted(), new NotStarted(), now, List.of(), null);
        return new Decision(domain, List.of(new DomainEvent.RecordsIssued(records)));
    }

    /** A DKIM key was issued: its record is added, or replaces the one of the same name. */
    public Decision withDkimRecord(ExpectedRecord dkim, Instant now) {
        if (records.contains(dkim)) {
            return new Decision(this, List.of());
        }
        List<ExpectedRecord> issued = Stream.concat(
                        records.stream().filter(record -> !record.name().equals(dkim.name())), Stream.of(dkim))
                .toList();
        var domain = new MailDomain(identity, issued, receiving, sending, now, lastResults, lastCheckedAt);
        return new Decision(domain, List.of(new DomainEvent.RecordsIssued(issued)));
    }

    /** A check ended. */
    public Decision checked(Check check, Duration grace) {
        List<DomainEvent> events = new ArrayList<>();
        if (check.trigger() == CheckTrigger.REQUEST || lastCheckedAt == null || !sameOutcome(check.results())) {
            events.add(new DomainEvent.Checked(check.trigger(), check.results(), check.took()));
        }
        Transition toReceive = receiving.after(Direction.RECEIVING.finding(check.results()), check.endedAt(), grace);
        Transition toSend = sending.after(Direction.SENDING.finding(check.results()), check.endedAt(), grace);
        toReceive
                .change()
                .ifPresent(change -> events.add(new DomainEvent.DirectionChanged(Direction.RECEIVING, change)));
        toSend.change().ifPresent(change -> events.add(new DomainEvent.DirectionChanged(Direction.SENDING, change)));
        boolean reasonToLook = check.trigger() == CheckTrigger.REQUEST
                || toReceive.change().isPresent()
                || toSend.change().isPresent();
        var domain = new MailDomain(
                identity,
                records,
                toReceive.state(),
                toSend.state(),
                reasonToLook ? check.endedAt() : eagerSince,
                check.results(),
                check.endedAt());
        return new Decision(domain, events);
    }

    /** Whether the last check found every record as issued, those that are only advised too. */
    public boolean isSettled() {
        return lastResults.size() == records.size()
                && lastResults.stream().allMatch(result -> result.status() == RecordStatus.OK);
    }

    private boolean sameOutcome(List<RecordCheck> results) {
        return results.size() == lastResults.size()
                && IntStream.range(0, results.size())
                        .allMatch(index -> results.get(index).sameOutcome(lastResults.get(index)));
    }
}
