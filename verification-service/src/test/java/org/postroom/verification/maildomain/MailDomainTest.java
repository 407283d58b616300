package org.postroom.verification.maildomain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.verification.direction.Direction;
import org.postroom.verification.direction.DirectionState.Verified;
import org.postroom.verification.maildomain.DomainEvent.Checked;
import org.postroom.verification.maildomain.DomainEvent.DirectionChanged;
import org.postroom.verification.maildomain.DomainEvent.RecordsIssued;
import org.postroom.verification.record.DnsAnswer;
import org.postroom.verification.record.DnsAnswer.Found;
import org.postroom.verification.record.DnsAnswer.NoRecord;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordJudge;
import org.postroom.verification.record.RecordPurpose;
import org.postroom.verification.record.ServerAnswer;

class MailDomainTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofDays(3);
    private static final MailDomain ADDED = MailDomain.added(
                    new DomainIdentity("acme", "d1", "support.acme.test"), "00ff", "mx.postroom.test", NOW)
            .domain();
    private static final ExpectedRecord DKIM = ExpectedRecord.dkim("support.acme.test", "postroom1", "rsa", "KEY");

    @Test
    void issuesOwnershipAndMxWhenAdded() {
        assertThat(ADDED.records())
                .extracting(ExpectedRecord::name, ExpectedRecord::value, ExpectedRecord::required)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                "_postroom.support.acme.test", "postroom-verification=00ff", true),
                        org.assertj.core.api.Assertions.tuple("support.acme.test", "10 mx.postroom.test", true));
    }

    @Test
    void issuesAllRecordsAnewWhenADkimKeyIsIssuedButOnlyOnce() {
        Decision decision = ADDED.withDkimRecord(DKIM, NOW);

        assertThat(decision.events())
                .containsExactly(new RecordsIssued(decision.domain().records()));
        assertThat(decision.domain().records()).hasSize(3).endsWith(DKIM);
        assertThat(decision.domain().withDkimRecord(DKIM, NOW).events()).isEmpty();
        ExpectedRecord renewed = ExpectedRecord.dkim("support.acme.test", "postroom1", "rsa", "NEW");
        assertThat(decision.domain().withDkimRecord(renewed, NOW).domain().records())
                .hasSize(3)
                .endsWith(renewed);
    }

    @Test
    void tellsTheFirstCheckThenOnlyChangesAndWhatWasAskedFor() {
        Decision first = ADDED.checked(check(CheckTrigger.SCHEDULE, ADDED, false, false), GRACE);
        Decision same = first.domain().checked(check(CheckTrigger.SCHEDULE, ADDED, false, false), GRACE);
        Decision asked = same.domain().checked(check(CheckTrigger.REQUEST, ADDED, false, false), GRACE);
        Decision changed = asked.domain().checked(check(CheckTrigger.SCHEDULE, ADDED, true, false), GRACE);

        assertThat(first.events()).hasExactlyElementsOfTypes(Checked.class);
        assertThat(same.events()).isEmpty();
        assertThat(asked.events()).hasExactlyElementsOfTypes(Checked.class);
        assertThat(changed.events()).hasExactlyElementsOfTypes(Checked.class, DirectionChanged.class);
    }

    @Test
    void verifiesSendingByOwnershipAloneAndReceivingWithTheMxToo() {
        Decision owned = ADDED.checked(check(CheckTrigger.SCHEDULE, ADDED, true, false), GRACE);
        assertThat(changed(owned)).containsExactly(Direction.SENDING);

        Decision both = owned.domain().checked(check(CheckTrigger.SCHEDULE, ADDED, true, true), GRACE);
        assertThat(changed(both)).containsExactly(Direction.RECEIVING);
        assertThat(both.domain().receiving()).isEqualTo(new Verified(NOW));
    }

    @Test
    void isSettledOnlyWhenTheAdvisedRecordIsThereToo() {
        MailDomain verified = ADDED.checked(check(CheckTrigger.SCHEDULE, ADDED, true, true), GRACE)
                .domain();
        assertThat(verified.isSettled()).isTrue();
        assertThat(verified.withDkimRecord(DKIM, NOW).domain().isSettled()).isFalse();
        assertThat(ADDED.isSettled()).isFalse();
    }

    private static List<Direction> changed(Decision decision) {
        return decision.events().stream()
                .filter(DirectionChanged.class::isInstance)
                .map(event -> ((DirectionChanged) event).direction())
                .toList();
    }

    private static Check check(CheckTrigger trigger, MailDomain domain, boolean ownership, boolean mx) {
        List<RecordCheck> results = domain.records().stream()
                .map(expected -> {
                    boolean there = expected.purpose() == RecordPurpose.OWNERSHIP ? ownership : mx;
                    DnsAnswer answer = there ? new Found(List.of(expected.value()), 60) : new NoRecord();
                    return RecordJudge.judge(expected, List.of(new ServerAnswer("ns1.acme.test", answer)));
                })
                .toList();
        return new Check(trigger, results, NOW, Duration.ofMillis(3));
    }
}
