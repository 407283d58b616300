package org.postroom.verification.maildomain.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.postroom.testkit.PostroomIT;
import org.postroom.verification.direction.DirectionState.Verified;
import org.postroom.verification.direction.DomainUse;
import org.postroom.verification.maildomain.Check;
import org.postroom.verification.maildomain.CheckTrigger;
import org.postroom.verification.maildomain.DomainIdentity;
import org.postroom.verification.maildomain.Findings;
import org.postroom.verification.maildomain.Installation;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.maildomain.MailDomainStore;
import org.postroom.verification.maildomain.MailDomainStore.DueCheck;
import org.postroom.verification.maildomain.Tokens;
import org.postroom.verification.ownership.Ownership;
import org.postroom.verification.ownership.Ownership.Owned;
import org.postroom.verification.ownership.Ownership.Waiting;
import org.postroom.verification.record.DnsAnswer.Found;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordJudge;
import org.postroom.verification.record.ServerAnswer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Claims that prove one name at the same moment, in the database that all replicas share. The loop itself rests here. */
@PostroomIT
@TestPropertySource(properties = {"postroom.verification.mail-host=mx.postroom.test", "postroom.verification.poll=1h"})
class ClaimsAtOnceIT {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Installation INSTALLATION =
            new Installation("mx.postroom.test", "mx.postroom.test", "v=spf1 a:mx.postroom.test ~all", null, null);

    @Autowired
    private MailDomainStore store;

    @Autowired
    private JdbcClient database;

    @BeforeEach
    void forgetAllDomains() {
        database.sql("delete from mail_domain").update();
        database.sql("delete from removed_mail_domain").update();
    }

    @RepeatedTest(5)
    void givesTheNameToExactlyOneOfManyThatProveItAtTheSameMoment() throws Exception {
        IntStream.range(0, 8).forEach(number -> claim("organisation" + number, "d" + number, "raced.test"));
        List<Callable<Boolean>> proofs = store.claimDue(NOW, LEASE, 8).stream()
                .<Callable<Boolean>>map(due -> () -> {
                    prove(due);
                    return true;
                })
                .toList();

        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(replicas.invokeAll(proofs)).allMatch(Future::resultNow);
        }

        List<MailDomain> claims = IntStream.range(0, 8)
                .mapToObj(number -> found("organisation" + number, "d" + number))
                .toList();
        assertThat(claims)
                .filteredOn(claim -> claim.ownership() instanceof Owned)
                .singleElement()
                .satisfies(owner -> assertThat(owner.sending()).isInstanceOf(Verified.class));
        assertThat(claims)
                .filteredOn(claim -> !claim.ownership().hasName())
                .hasSize(7)
                .allSatisfy(loser -> {
                    assertThat(loser.ownership()).isInstanceOf(Waiting.class);
                    assertThat(loser.sending()).isNotInstanceOf(Verified.class);
                    assertThat(loser.receiving()).isNotInstanceOf(Verified.class);
                });
    }

    @Test
    void letsTheNextOneProveTheNameAtOnceWhenItsOwnerIsRemoved() {
        claim("first", "d1", "freed.test");
        claim("second", "d2", "freed.test");
        store.claimDue(NOW, LEASE, 2).stream()
                .sorted((one, other) -> id(one).compareTo(id(other)))
                .forEach(this::prove);
        assertThat(found("second", "d2").ownership()).isInstanceOf(Waiting.class);
        database.sql("update mail_domain set next_check_at = now() + interval '6 hours'")
                .update();

        store.removeOrganisation("first", NOW);

        DueCheck due = store.claimDue(Instant.now().plusSeconds(60), LEASE, 2).getFirst();
        prove(due);
        assertThat(found("second", "d2").ownership()).isInstanceOf(Owned.class);
    }

    @Test
    void keepsNamesBelowAProvenOneForItsOwnerUntilThatIsGone() {
        claim("owner", "d1", "above.test");
        prove(store.claimDue(NOW, LEASE, 1).getFirst());
        claim("other", "d2", "support.above.test");
        claim("owner", "d3", "sales.above.test");
        claim("other", "d4", "notabove.test");
        store.claimDue(NOW, LEASE, 3).forEach(this::prove);

        assertThat(found("other", "d2").ownership()).isEqualTo(new Waiting(NOW, "above.test"));
        assertThat(found("owner", "d3").ownership().hasName()).isTrue();
        assertThat(found("other", "d4").ownership().hasName()).isTrue();
        store.remove("owner", "d1", NOW);
        store.claimDue(Instant.now().plusSeconds(60), LEASE, 3).forEach(this::prove);
        assertThat(found("other", "d2").ownership().hasName()).isTrue();
    }

    @Test
    void letsWhoeverProvesANameHaveItAboveAnotherOrganisations() {
        claim("below", "d1", "support.split.test");
        prove(store.claimDue(NOW, LEASE, 1).getFirst());
        claim("above", "d2", "split.test");
        prove(store.claimDue(NOW, LEASE, 1).getFirst());

        assertThat(List.of(ownership("below", "d1"), ownership("above", "d2"))).allMatch(Ownership::hasName);
    }

    private Ownership ownership(String organisation, String domain) {
        return found(organisation, domain).ownership();
    }

    private MailDomain found(String organisation, String domain) {
        return store.find(organisation, domain).orElseThrow().domain();
    }

    private static String id(DueCheck due) {
        return due.domain().identity().domainId();
    }

    private void claim(String organisation, String domain, String name) {
        store.add(
                MailDomain.added(
                        new DomainIdentity(organisation, domain, name),
                        DomainUse.usual(),
                        new Tokens("of-" + domain, "abcd"),
                        INSTALLATION,
                        NOW),
                NOW);
    }

    private void prove(DueCheck due) {
        List<ExpectedRecord> issued = due.domain().issue().records();
        var results = issued.stream()
                .map(expected -> RecordJudge.judge(
                        expected,
                        issued,
                        List.of(new ServerAnswer(
                                "ns1.acme.test", "192.0.2.1", new Found(List.of(expected.value()), 60), Duration.ZERO)),
                        List.of()))
                .toList();
        var check = new Check(CheckTrigger.SCHEDULE, new Findings(results, null, null), NOW, Duration.ZERO);
        store.complete(due, check, Duration.ofDays(3), domain -> NOW.plusSeconds(60));
    }
}
