package org.postroom.verification.maildomain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postroom.verification.direction.Direction;
import org.postroom.verification.direction.DirectionChange;
import org.postroom.verification.direction.DirectionState.Pending;
import org.postroom.verification.direction.DirectionState.Verified;
import org.postroom.verification.direction.DomainUse;
import org.postroom.verification.direction.DomainUse.ReceivingWay;
import org.postroom.verification.direction.DomainUse.SendingWay;
import org.postroom.verification.maildomain.DomainEvent.Checked;
import org.postroom.verification.maildomain.DomainEvent.DirectionChanged;
import org.postroom.verification.maildomain.DomainEvent.RecordStatusChanged;
import org.postroom.verification.maildomain.DomainEvent.RecordsIssued;
import org.postroom.verification.record.DnsAnswer;
import org.postroom.verification.record.DnsAnswer.Found;
import org.postroom.verification.record.DnsAnswer.NoRecord;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordJudge;
import org.postroom.verification.record.RecordPurpose;
import org.postroom.verification.record.RecordStatus;
import org.postroom.verification.record.ServerAnswer;

class MailDomainTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration GRACE = Duration.ofDays(3);
    private static final Installation INSTALLATION = new Installation(
            "mx.postroom.test", "redirect.postroom.test", "v=spf1 a:mx.postroom.test ~all", null, null);
    private static final DomainUse BY_REDIRECT =
            new DomainUse(DomainUse.Type.CUSTOM, ReceivingWay.REDIRECT, SendingWay.PLATFORM, "bounce");
    private static final DomainUse BY_OWN_SERVER =
            new DomainUse(DomainUse.Type.CUSTOM, ReceivingWay.MX, SendingWay.CUSTOM_SMTP, "bounce");
    private static final MailDomain ADDED = added(DomainUse.usual()).domain();
    private static final DkimKey KEY = new DkimKey("postroom1", "rsa", "KEY");
    private static final ExpectedRecord DKIM = ExpectedRecord.dkim("support.acme.test", "postroom1", "rsa", "KEY");

    @Test
    void issuesAllRecordsWhenAdded() {
        assertThat(ADDED.issue().records())
                .extracting(ExpectedRecord::name, ExpectedRecord::value, ExpectedRecord::required)
                .containsExactly(
                        tuple("_postroom.support.acme.test", "postroom-verification=00ff", true),
                        tuple("support.acme.test", "10 mx.postroom.test", true),
                        tuple("bounce.support.acme.test", "10 mx.postroom.test", false),
                        tuple("bounce.support.acme.test", "v=spf1 a:mx.postroom.test ~all", false),
                        tuple("_dmarc.support.acme.test", "v=DMARC1; p=none", false));
        assertThat(ADDED.issue().redirectAddress()).isNull();
    }

    @Test
    void issuesARedirectAddressInPlaceOfAnMxWhereMailIsRedirected() {
        Issue issue = added(BY_REDIRECT).domain().issue();

        assertThat(issue.redirectAddress()).isEqualTo("abcd@redirect.postroom.test");
        assertThat(issue.records()).noneMatch(record -> record.purpose() == RecordPurpose.INBOUND_MX);
    }

    @Test
    void asksForNoEnvelopeSenderRecordsWhereTheOwnServerSends() {
        assertThat(added(BY_OWN_SERVER).domain().issue().records())
                .extracting(ExpectedRecord::purpose)
                .containsExactly(RecordPurpose.OWNERSHIP, RecordPurpose.INBOUND_MX, RecordPurpose.DMARC);
    }

    @Test
    void verifiesASystemDomainInBothDirectionsWithoutRecords() {
        Decision decision = added(new DomainUse(DomainUse.Type.SYSTEM, ReceivingWay.MX, SendingWay.PLATFORM, "bounce"));

        assertThat(decision.domain().issue().records()).isEmpty();
        assertThat(changed(decision)).containsExactly(Direction.RECEIVING, Direction.SENDING);
        assertThat(decision.events()).hasSize(2);
    }

    @Test
    void verifiesSendingAtOnceWhereTheOwnServerSends() {
        assertThat(changed(added(BY_OWN_SERVER))).containsExactly(Direction.SENDING);
    }

    @Test
    void verifiesReceivingByRedirectWhenAMailHasArrived() {
        Decision arrived = added(BY_REDIRECT).domain().redirectedMailArrived(NOW, GRACE);

        assertThat(changed(arrived)).containsExactly(Direction.RECEIVING);
        assertThat(arrived.domain().receiving()).isEqualTo(new Verified(NOW));
        assertThat(arrived.domain()
                        .redirectedMailArrived(NOW.plusSeconds(1), GRACE)
                        .domain())
                .isEqualTo(arrived.domain());
    }

    @Test
    void givesAVerdictAtOnceAboutEachDirectionWhoseWayChanges() {
        MailDomain verified = ADDED.checked(check(CheckTrigger.SCHEDULE, ADDED, true, true), Optional.empty(), GRACE)
                .domain();

        Decision redirected = verified.usedAs(BY_REDIRECT, INSTALLATION, NOW);
        Decision back = redirected.domain().usedAs(DomainUse.usual(), INSTALLATION, NOW);
        Decision ownServer = verified.usedAs(BY_OWN_SERVER, INSTALLATION, NOW);
        Decision relabelled = verified.usedAs(
                new DomainUse(DomainUse.Type.CUSTOM, ReceivingWay.MX, SendingWay.PLATFORM, "mail"), INSTALLATION, NOW);

        assertThat(redirected.events())
                .hasExactlyElementsOfTypes(RecordsIssued.class, DirectionChanged.class)
                .last()
                .isInstanceOfSatisfying(DirectionChanged.class, changed -> {
                    assertThat(changed.direction()).isEqualTo(Direction.RECEIVING);
                    assertThat(changed.change()).isInstanceOf(DirectionChange.BecameFailed.class);
                });
        assertThat(redirected.domain().receiving()).isEqualTo(new Pending(NOW));
        assertThat(changed(back)).containsExactly(Direction.RECEIVING);
        assertThat(ownServer.events()).last().isInstanceOfSatisfying(DirectionChanged.class, changed -> {
            assertThat(changed.direction()).isEqualTo(Direction.SENDING);
            assertThat(changed.change()).isInstanceOf(DirectionChange.BecameVerified.class);
        });
        assertThat(relabelled.events()).hasExactlyElementsOfTypes(RecordsIssued.class);
    }

    @Test
    void provesNothingByRecordsThatWereNotLookedUpForTheWay() {
        MailDomain redirected = added(BY_REDIRECT).domain();
        MailDomain owned = redirected
                .checked(check(CheckTrigger.SCHEDULE, redirected, true, true), Optional.empty(), GRACE)
                .domain();

        assertThat(owned.usedAs(DomainUse.usual(), INSTALLATION, NOW).domain().receiving())
                .isEqualTo(new Pending(NOW));
    }

    @Test
    void issuesAllRecordsAnewWhenADkimKeyIsIssuedButOnlyOnce() {
        Decision decision = ADDED.dkimKeyIssued(KEY, INSTALLATION, NOW);

        assertThat(decision.events())
                .containsExactly(new RecordsIssued(decision.domain().issue()));
        assertThat(decision.domain().issue().records()).hasSize(6).contains(DKIM);
        assertThat(decision.domain().dkimKeyIssued(KEY, INSTALLATION, NOW).events())
                .isEmpty();
        Decision renewed = decision.domain().dkimKeyIssued(new DkimKey("postroom1", "rsa", "NEW"), INSTALLATION, NOW);
        assertThat(renewed.domain().issue().records()).hasSize(6).doesNotContain(DKIM);
    }

    @Test
    void asksNoMoreForTheRecordOfARetiredDkimKey() {
        MailDomain signed = ADDED.dkimKeyIssued(KEY, INSTALLATION, NOW).domain();

        Decision retired = signed.dkimKeyRetired("postroom1", INSTALLATION, NOW);

        assertThat(retired.domain().issue()).isEqualTo(ADDED.issue());
        assertThat(retired.events()).containsExactly(new RecordsIssued(ADDED.issue()));
        assertThat(retired.domain()
                        .dkimKeyRetired("postroom1", INSTALLATION, NOW)
                        .events())
                .isEmpty();
    }

    @Test
    void tellsEveryCheckAndEachRecordWhoseVerdictIsAnother() {
        Decision first = ADDED.checked(check(CheckTrigger.SCHEDULE, ADDED, false, false), Optional.empty(), GRACE);
        Decision same =
                first.domain().checked(check(CheckTrigger.SCHEDULE, ADDED, false, false), Optional.empty(), GRACE);
        Decision changed =
                same.domain().checked(check(CheckTrigger.SCHEDULE, ADDED, true, false), Optional.empty(), GRACE);

        assertThat(first.events()).hasSize(1 + ADDED.issue().records().size());
        assertThat(same.events()).hasExactlyElementsOfTypes(Checked.class);
        assertThat(changed.events())
                .hasExactlyElementsOfTypes(Checked.class, RecordStatusChanged.class, DirectionChanged.class);
        assertThat(((Checked) changed.events().getFirst()).changes())
                .extracting(RecordChange::purpose, RecordChange::from, RecordChange::to)
                .containsExactly(tuple(RecordPurpose.OWNERSHIP, RecordStatus.MISSING, RecordStatus.OK));
    }

    @Test
    void verifiesSendingByOwnershipAloneAndReceivingWithTheMxToo() {
        Decision owned = ADDED.checked(check(CheckTrigger.SCHEDULE, ADDED, true, false), Optional.empty(), GRACE);
        assertThat(changed(owned)).containsExactly(Direction.SENDING);

        Decision both =
                owned.domain().checked(check(CheckTrigger.SCHEDULE, ADDED, true, true), Optional.empty(), GRACE);
        assertThat(changed(both)).containsExactly(Direction.RECEIVING);
        assertThat(both.domain().receiving()).isEqualTo(new Verified(NOW));
    }

    @Test
    void isSettledOnlyWhenTheAdvisedRecordIsThereToo() {
        MailDomain verified = ADDED.checked(check(CheckTrigger.SCHEDULE, ADDED, true, true), Optional.empty(), GRACE)
                .domain();
        assertThat(verified.isSettled()).isTrue();
        assertThat(verified.dkimKeyIssued(KEY, INSTALLATION, NOW).domain().isSettled())
                .isFalse();
        assertThat(ADDED.isSettled()).isFalse();
    }

    private static List<Direction> changed(Decision decision) {
        return decision.events().stream()
                .filter(DirectionChanged.class::isInstance)
                .map(event -> ((DirectionChanged) event).direction())
                .toList();
    }

    private static Check check(CheckTrigger trigger, MailDomain domain, boolean ownership, boolean mx) {
        List<RecordCheck> results = domain.issue().records().stream()
                .map(expected -> {
                    boolean there = expected.purpose() == RecordPurpose.OWNERSHIP ? ownership : mx;
                    DnsAnswer answer = there ? new Found(List.of(expected.value()), 60) : new NoRecord(false);
                    return RecordJudge.judge(
                            expected,
                            domain.issue().records(),
                            List.of(new ServerAnswer("ns1.acme.test", "192.0.2.1", answer, Duration.ZERO)),
                            List.of());
                })
                .toList();
        return new Check(trigger, new Findings(results, null, null), NOW, Duration.ofMillis(3));
    }

    private static Decision added(DomainUse use) {
        return MailDomain.added(
                new DomainIdentity("acme", "d1", "support.acme.test"),
                use,
                new Tokens("00ff", "abcd"),
                INSTALLATION,
                NOW);
    }
}
