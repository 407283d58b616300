package org.postroom.verification.maildomain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.direction.Direction;
import org.postroom.verification.direction.DirectionChange.BecameFailed;
import org.postroom.verification.direction.DirectionChange.BecameVerified;
import org.postroom.verification.direction.DirectionState;
import org.postroom.verification.direction.DirectionState.Pending;
import org.postroom.verification.direction.DirectionState.Verified;
import org.postroom.verification.direction.DomainUse;
import org.postroom.verification.direction.Finding;
import org.postroom.verification.direction.Finding.Disproven;
import org.postroom.verification.direction.Finding.Proven;
import org.postroom.verification.direction.Transition;
import org.postroom.verification.ownership.NameInUse;
import org.postroom.verification.ownership.Ownership;
import org.postroom.verification.ownership.Ownership.Waiting;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordStatus;

/**
 * A mail domain as verification sees it.
 *
 * @param identity which domain
 * @param use how it is used
 * @param tokens its secrets
 * @param dkimKeys the public halves of its DKIM keys
 * @param issue what its owner is asked to set up
 * @param standing what it may be used for at present
 * @param redirectProvenAt when redirected mail first arrived; null where none has
 * @param eagerSince when it, its records or its owner last gave a reason to look closely
 * @param last what the last check found
 * @param lastCheckedAt when the last check ended; null before the first
 */
public record MailDomain(
        DomainIdentity identity,
        DomainUse use,
        Tokens tokens,
        List<DkimKey> dkimKeys,
        Issue issue,
        Standing standing,
        @Nullable Instant redirectProvenAt,
        Instant eagerSince,
        Findings last,
        @Nullable Instant lastCheckedAt) {

    private static final String NOT_KNOWN_YET = "The records for the new way have not been checked yet.";

    /** Copies the keys. */
    public MailDomain {
        dkimKeys = List.copyOf(dkimKeys);
    }

    /** A domain was added: it gets its records, or is verified at once where nothing needs to be proven. */
    public static Decision added(
            DomainIdentity identity, DomainUse use, Tokens tokens, Installation installation, Instant now) {
        Issue issue = Issue.of(identity.domainName(), use, tokens, List.of(), installation);
        var domain = new MailDomain(
                identity, use, tokens, List.of(), issue, Standing.INITIAL, null, now, Findings.none(), null);
        List<DomainEvent> events = new ArrayList<>();
        if (use.isChecked()) {
            events.add(new DomainEvent.RecordsIssued(issue));
        }
        for (Direction direction : Direction.values()) {
            if (domain.finding(direction) instanceof Proven proven) {
                domain = domain.with(domain.standing.with(direction, new Verified(now)));
                events.add(new DomainEvent.DirectionChanged(direction, new BecameVerified(proven.ofName())));
            }
        }
        return new Decision(domain, events);
    }

    /** A DKIM key was issued: its record is added, or replaces the one of the same selector. */
    public Decision dkimKeyIssued(DkimKey key, Installation installation, Instant now) {
        return withKeys(
                Stream.concat(othersThan(key.selector()), Stream.of(key)).toList(), installation, now);
    }

    /** A DKIM key was destroyed: its record is not asked for any more. */
    public Decision dkimKeyRetired(String selector, Installation installation, Instant now) {
        return withKeys(othersThan(selector).toList(), installation, now);
    }

    /** The installation points to other hosts than when the records were issued. */
    public Decision reissued(Installation installation, Instant now) {
        return withKeys(dkimKeys, installation, now);
    }

    /** Whether the records are those that the installation would issue today. */
    public boolean isIssuedBy(Installation installation) {
        return issue.equals(Issue.of(identity.domainName(), use, tokens, dkimKeys, installation));
    }

    /**
     * The domain is used in another way. About each direction whose way changed a verdict is given at once, so that nobody
     * goes by the old one; where nothing is known about the new way yet, it is that the direction may not be used.
     */
    public Decision usedAs(DomainUse newUse, Installation installation, Instant now) {
        if (newUse.equals(use)) {
            return new Decision(this, List.of());
        }
        List<DomainEvent> events = new ArrayList<>();
        MailDomain domain = new MailDomain(
                identity, newUse, tokens, dkimKeys, issue, standing, redirectProvenAt, now, last, lastCheckedAt);
        domain = domain.issuedAnew(installation, events);
        for (Direction direction : Direction.values()) {
            if (direction.isChangedBetween(use, newUse)) {
                domain = domain.decidedAnew(direction, now, events);
            }
        }
        return new Decision(domain, events);
    }

    /** Mail for an address of the domain came through a redirect. */
    public Decision redirectedMailArrived(Instant now, Duration grace) {
        if (redirectProvenAt != null) {
            return new Decision(this, List.of());
        }
        List<DomainEvent> events = new ArrayList<>();
        var proven =
                new MailDomain(identity, use, tokens, dkimKeys, issue, standing, now, eagerSince, last, lastCheckedAt);
        return new Decision(proven.moved(Direction.RECEIVING, now, grace, events), events);
    }

    /**
     * A check ended.
     *
     * @param held the name that another organisation has, this one or one above it; empty where it is free
     */
    public Decision checked(Check check, Optional<String> held, Duration grace) {
        Instant now = check.endedAt();
        List<RecordChange> changes = check.findings().since(last);
        List<DomainEvent> events = new ArrayList<>();
        events.add(new DomainEvent.Checked(check, changes));
        check.findings().results().forEach(result -> statusChange(result).ifPresent(events::add));
        var found = new MailDomain(
                identity, use, tokens, dkimKeys, issue, standing, redirectProvenAt, eagerSince, check.findings(), now);
        Ownership ownership =
                standing.ownership().after(Direction.proofOfOwnership(found.last.results()), held, now, grace);
        MailDomain moved = found.with(standing.with(ownership))
                .moved(Direction.RECEIVING, now, grace, events)
                .moved(Direction.SENDING, now, grace, events);
        boolean reasonToLook = check.trigger() == CheckTrigger.REQUEST || (!changes.isEmpty() && lastCheckedAt != null);
        return new Decision(reasonToLook ? moved.eager(now) : moved, events);
    }

    /** What is known about a direction. Records prove nothing where another organisation has the name. */
    public Finding finding(Direction direction) {
        Finding found = direction.finding(use, last.results(), redirectProvenAt != null);
        boolean needsName = use.isChecked() && found instanceof Proven(boolean ofName) && ofName;
        if (!needsName || standing.ownership().hasName()) {
            return found;
        }
        return standing.ownership() instanceof Waiting waiting
                ? new Disproven(NameInUse.explanation(identity.domainName(), waiting))
                : new Finding.Undecided();
    }

    /** The state of a direction. */
    public DirectionState state(Direction direction) {
        return standing.of(direction);
    }

    /** Whether mail to it is accepted. */
    public DirectionState receiving() {
        return standing.receiving();
    }

    /** Whether mail from it is sent. */
    public DirectionState sending() {
        return standing.sending();
    }

    /** Whether its name is the organisation's. */
    public Ownership ownership() {
        return standing.ownership();
    }

    /**
     * Whether the last check found every record as issued, those that are only advised too; but for those that an owner may
     * have reasons not to want.
     */
    public boolean isSettled() {
        return last.results().size() == issue.records().size()
                && last.results().stream()
                        .allMatch(result -> result.status() == RecordStatus.OK
                                || result.expected().purpose().isVoluntary());
    }

    private Stream<DkimKey> othersThan(String selector) {
        return dkimKeys.stream().filter(key -> !key.selector().equals(selector));
    }

    private Decision withKeys(List<DkimKey> keys, Installation installation, Instant now) {
        List<DomainEvent> events = new ArrayList<>();
        var domain = new MailDomain(
                identity, use, tokens, keys, issue, standing, redirectProvenAt, eagerSince, last, lastCheckedAt);
        MailDomain issued = domain.issuedAnew(installation, events);
        return new Decision(events.isEmpty() ? issued : issued.eager(now), events);
    }

    private MailDomain issuedAnew(Installation installation, List<DomainEvent> events) {
        Issue now = Issue.of(identity.domainName(), use, tokens, dkimKeys, installation);
        if (now.equals(issue)) {
            return this;
        }
        events.add(new DomainEvent.RecordsIssued(now));
        return new MailDomain(
                identity, use, tokens, dkimKeys, now, standing, redirectProvenAt, eagerSince, last, lastCheckedAt);
    }

    private MailDomain decidedAnew(Direction direction, Instant now, List<DomainEvent> events) {
        return switch (finding(direction)) {
            case Proven proven -> {
                events.add(new DomainEvent.DirectionChanged(direction, new BecameVerified(proven.ofName())));
                yield with(standing.with(direction, new Verified(now)));
            }
            case Disproven disproven -> {
                events.add(new DomainEvent.DirectionChanged(direction, new BecameFailed(disproven.reason())));
                yield with(standing.with(direction, new Pending(now)));
            }
            case Finding.Undecided undecided -> {
                events.add(new DomainEvent.DirectionChanged(direction, new BecameFailed(NOT_KNOWN_YET)));
                yield with(standing.with(direction, new Pending(now)));
            }
        };
    }

    private MailDomain moved(Direction direction, Instant now, Duration grace, List<DomainEvent> events) {
        Transition transition = state(direction).after(finding(direction), now, grace);
        transition.change().ifPresent(change -> events.add(new DomainEvent.DirectionChanged(direction, change)));
        return with(standing.with(direction, transition.state()));
    }

    private MailDomain with(Standing changed) {
        return new MailDomain(
                identity, use, tokens, dkimKeys, issue, changed, redirectProvenAt, eagerSince, last, lastCheckedAt);
    }

    private MailDomain eager(Instant since) {
        return new MailDomain(
                identity, use, tokens, dkimKeys, issue, standing, redirectProvenAt, since, last, lastCheckedAt);
    }

    private Optional<DomainEvent> statusChange(RecordCheck result) {
        RecordStatus before =
                last.of(result.expected()).map(RecordCheck::status).orElse(null);
        if (result.status() == before) {
            return Optional.empty();
        }
        String reason = result.cure() == null ? "The record is as issued." : result.cure();
        return Optional.of(new DomainEvent.RecordStatusChanged(result.expected(), before, result.status(), reason));
    }
}
