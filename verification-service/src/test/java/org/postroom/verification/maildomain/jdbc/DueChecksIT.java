package org.postroom.verification.maildomain.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.testkit.PostroomIT;
import org.postroom.verification.direction.DomainUse;
import org.postroom.verification.maildomain.Check;
import org.postroom.verification.maildomain.CheckTrigger;
import org.postroom.verification.maildomain.DomainIdentity;
import org.postroom.verification.maildomain.Findings;
import org.postroom.verification.maildomain.Installation;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.maildomain.MailDomainStore;
import org.postroom.verification.maildomain.MailDomainStore.CheckRequest;
import org.postroom.verification.maildomain.MailDomainStore.DueCheck;
import org.postroom.verification.maildomain.PastCheck;
import org.postroom.verification.maildomain.Tokens;
import org.postroom.verification.record.DnsAnswer;
import org.postroom.verification.record.DnsAnswer.Cause;
import org.postroom.verification.record.DnsAnswer.NoRecord;
import org.postroom.verification.record.DnsAnswer.TryAgain;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordJudge;
import org.postroom.verification.record.RecordStatus;
import org.postroom.verification.record.ServerAnswer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** How replicas share the checks that are due, and what survives the end of one. The loop itself rests here. */
@PostroomIT
@TestPropertySource(properties = {"postroom.verification.mail-host=mx.postroom.test", "postroom.verification.poll=1h"})
class DueChecksIT {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Autowired
    private MailDomainStore store;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void forgetAllDomains() {
        database.sql("delete from mail_domain").update();
    }

    @Test
    void givesEachDueCheckToOneReplicaOnly() throws Exception {
        IntStream.range(0, 60).forEach(number -> add("d" + number));
        Callable<List<DueCheck>> replica = () -> store.claimDue(NOW, LEASE, 15);

        List<String> claimed;
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<DueCheck>>> claims = replicas.invokeAll(List.of(replica, replica, replica, replica));
            claimed = claims.stream()
                    .flatMap(claim -> claim.resultNow().stream())
                    .map(check -> check.domain().identity().domainId())
                    .collect(Collectors.toList());
        }
        claimed.addAll(store.claimDue(NOW, LEASE, 60).stream()
                .map(check -> check.domain().identity().domainId())
                .toList());

        assertThat(claimed).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void givesACheckToAnotherReplicaWhenTheFirstDidNotCompleteItInTime() {
        add("lost");
        DueCheck lost = store.claimDue(NOW, LEASE, 1).getFirst();

        assertThat(store.claimDue(NOW.plus(LEASE).minusMillis(1), LEASE, 1)).isEmpty();
        DueCheck repeated = store.claimDue(NOW.plus(LEASE), LEASE, 1).getFirst();
        complete(lost, NOW.plus(LEASE));

        assertThat(store.find("acme", "lost").map(kept -> kept.domain().lastCheckedAt()))
                .isEmpty();
        complete(repeated, NOW.plus(LEASE));
        assertThat(store.find("acme", "lost").map(kept -> kept.domain().lastCheckedAt()))
                .hasValue(NOW.plus(LEASE));
    }

    @Test
    void comesBackWhenTheScheduleSaysSo() {
        add("later");
        complete(store.claimDue(NOW, LEASE, 1).getFirst(), NOW);

        assertThat(store.claimDue(NOW.plusSeconds(59), LEASE, 1)).isEmpty();
        assertThat(store.claimDue(NOW.plusSeconds(60), LEASE, 1)).hasSize(1);
    }

    @Test
    void comesBackAtOnceWhenItWasAskedForDuringACheck() {
        add("asked");
        DueCheck running = store.claimDue(NOW, LEASE, 1).getFirst();

        assertThat(store.requestCheck("acme", "asked", NOW, Duration.ofSeconds(5)))
                .isEqualTo(CheckRequest.ACCEPTED);
        complete(running, NOW);

        List<DueCheck> again = store.claimDue(NOW, LEASE, 1);
        assertThat(again).extracting(DueCheck::trigger).containsExactly(CheckTrigger.REQUEST);
        complete(again.getFirst(), NOW);
        assertThat(store.claimDue(NOW.plusSeconds(60), LEASE, 1))
                .extracting(DueCheck::trigger)
                .containsExactly(CheckTrigger.SCHEDULE);
    }

    @Test
    void hearsARequestAgainOnlyAfterThePause() {
        add("paused");
        Duration pause = Duration.ofSeconds(5);

        assertThat(store.requestCheck("acme", "paused", NOW, pause)).isEqualTo(CheckRequest.ACCEPTED);
        assertThat(store.requestCheck("acme", "paused", NOW.plusSeconds(4), pause))
                .isEqualTo(CheckRequest.TOO_SOON);
        assertThat(store.requestCheck("acme", "paused", NOW.plusSeconds(5), pause))
                .isEqualTo(CheckRequest.ACCEPTED);
        assertThat(store.requestCheck("other", "paused", NOW.plusSeconds(60), pause))
                .isEqualTo(CheckRequest.UNKNOWN);
    }

    @Test
    void forgetsACheckWhoseDomainWasRemoved() {
        add("gone");
        DueCheck running = store.claimDue(NOW, LEASE, 1).getFirst();
        store.remove("acme", "gone", NOW);

        complete(running, NOW);

        assertThat(store.find("acme", "gone")).isEqualTo(Optional.empty());
    }

    @Test
    void keepsTheLatestChecksWithWhatChanged() {
        add("history");
        for (int number = 0; number < 203; number++) {
            Instant at = NOW.plusSeconds(60L * number);
            DueCheck due = store.claimDue(at, LEASE, 1).getFirst();
            complete(due, at, number == 201 ? new TryAgain(Cause.TIMED_OUT, "does not answer") : new NoRecord(false));
        }

        List<PastCheck> all = store.history("acme", "history", null, 1_000);
        List<PastCheck> next = store.history("acme", "history", all.get(1).sequence(), 1);

        assertThat(all).hasSize(200);
        assertThat(all.getFirst().checkedAt()).isEqualTo(NOW.plusSeconds(60L * 202));
        assertThat(all.get(1).changes())
                .hasSize(5)
                .allSatisfy(change -> assertThat(change.to()).isEqualTo(RecordStatus.LOOKUP_ERROR));
        assertThat(all.get(1).results()).hasSize(5);
        assertThat(all.get(2).changes()).isEmpty();
        assertThat(next).containsExactly(all.get(2));
        assertThat(store.history("other", "history", null, 10)).isEmpty();
        store.removeOrganisation("acme", NOW);
        assertThat(database.sql("select count(*) from past_check where domain_id = 'history'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void countsWhatIsOverdue() {
        add("late");

        assertThat(store.overdue(NOW)).isZero();
        assertThat(store.overdue(NOW.plusSeconds(1))).isEqualTo(1);
    }

    @Test
    void neverChecksASystemDomain() {
        var use = new DomainUse(
                DomainUse.Type.SYSTEM, DomainUse.ReceivingWay.MX, DomainUse.SendingWay.PLATFORM, "bounce");
        store.add(
                MailDomain.added(
                        new DomainIdentity("acme", "system", "acme.postroom.test"),
                        use,
                        new Tokens("00ff", "abcd"),
                        new Installation(
                                "mx.postroom.test", "mx.postroom.test", "v=spf1 a:mx.postroom.test ~all", null, null),
                        NOW),
                NOW);

        assertThat(store.claimDue(NOW.plus(Duration.ofDays(1)), LEASE, 1)).isEmpty();
        assertThat(store.find("acme", "system").orElseThrow().nextCheckAt()).isNull();
    }

    private void add(String id) {
        store.add(
                MailDomain.added(
                        new DomainIdentity("acme", id, id + ".test"),
                        DomainUse.usual(),
                        new Tokens("00ff", "abcd"),
                        new Installation(
                                "mx.postroom.test", "mx.postroom.test", "v=spf1 a:mx.postroom.test ~all", null, null),
                        NOW),
                NOW);
    }

    private void complete(DueCheck due, Instant at) {
        complete(due, at, new NoRecord(false));
    }

    private void complete(DueCheck due, Instant at, DnsAnswer answer) {
        List<ExpectedRecord> issued = due.domain().issue().records();
        var results = issued.stream()
                .map(expected -> RecordJudge.judge(
                        expected,
                        issued,
                        List.of(new ServerAnswer("ns1.acme.test", "192.0.2.1", answer, Duration.ofMillis(3))),
                        List.of()))
                .toList();
        var check = new Check(due.trigger(), new Findings(results, null, null), at, Duration.ZERO);
        store.complete(due, check, Duration.ofDays(3), domain -> at.plusSeconds(60));
    }
}
