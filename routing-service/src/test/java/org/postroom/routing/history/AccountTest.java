package org.postroom.routing.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.postroom.routing.history.Account.MailEnd;
import org.postroom.routing.history.Account.ReplyEnd;
import org.postroom.routing.history.Balance.Discrepancy;

class AccountTest {

    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final List<MailEnd> ENDS = List.of(MailEnd.values());
    private static final Instant LATER = TEN.plus(Duration.ofDays(2));

    private final Account account = new Account();

    @Test
    void isEvenWhereEveryMailEndsInOnePlace() {
        for (var end : MailEnd.values()) {
            account.received(end.name(), TEN);
            account.decided(end.name(), end);
        }

        var balance = balance();
        assertThat(balance.isEven()).isTrue();
        assertThat(balance.mails().accepted()).isEqualTo(5);
        assertThat(balance.mails().places())
                .allSatisfy((_, count) -> assertThat(count).isEqualTo(1));
        assertThat(balance.mails().onTheirWay()).isZero();
    }

    @Test
    void namesAMailThatCameToNoEnd() {
        account.received("lost", TEN);

        assertThat(balance().discrepancies())
                .containsExactly(new Discrepancy("mail", "lost", TEN, "it was accepted once and ended never"));
    }

    @Test
    void waitsForAMailThatHasJustCome() {
        account.received("new", LATER.minusSeconds(10));

        var balance = balance();
        assertThat(balance.isEven()).isTrue();
        assertThat(balance.mails().onTheirWay()).isEqualTo(1);
    }

    @Test
    void namesAMailThatEndedInTwoPlaces() {
        account.received("twice", TEN);
        account.decided("twice", MailEnd.ROUTED);
        account.decided("twice", MailEnd.KEPT_ASIDE);

        assertThat(balance().discrepancies())
                .singleElement()
                .satisfies(found ->
                        assertThat(found.words()).isEqualTo("it was accepted once and ended twice, in 2 places"));
    }

    @Test
    void countsAMailThatWasTransmittedAgainOnce() {
        account.received("repeated", TEN);
        account.received("repeated", TEN.plusSeconds(60));
        account.decided("repeated", MailEnd.ROUTED);
        account.decided("repeated", MailEnd.REPEATED);

        var balance = balance();
        assertThat(balance.isEven()).isTrue();
        assertThat(balance.mails().accepted()).isEqualTo(1);
        assertThat(balance.mails().count(MailEnd.ROUTED)).isEqualTo(1);
        assertThat(balance.mails().count(MailEnd.REPEATED)).isZero();
    }

    @Test
    void countsAMailThatWasGivenBackWhereItEndedThen() {
        account.received("given back", TEN);
        account.decided("given back", MailEnd.BROKE_OFF);
        account.received("given back", TEN);
        account.decided("given back", MailEnd.ROUTED);

        var balance = balance();
        assertThat(balance.isEven()).isTrue();
        assertThat(balance.mails().count(MailEnd.ROUTED)).isEqualTo(1);
    }

    @Test
    void namesAnInteractionThatEndedTwiceUnlessItCameBackBetween() {
        account.begun("back", TEN);
        account.ended("back");
        account.opened("back");
        account.ended("back");
        account.begun("twice", TEN);
        account.ended("twice");
        account.ended("twice");
        account.begun("open", TEN.minusSeconds(5));

        var balance = balance();
        assertThat(balance.discrepancies()).extracting(Discrepancy::id).containsExactly("twice");
        assertThat(balance.work().begun()).isEqualTo(3);
        assertThat(balance.work().open()).isEqualTo(1);
        assertThat(balance.work().oldestOpen()).isEqualTo(TEN.minusSeconds(5));
    }

    @Test
    void namesAReplyWithTwoOutcomesAndOneThatHasNoneForTooLong() {
        account.requested("acme", "sent", TEN);
        account.ended("sent", ReplyEnd.SENT);
        account.requested("acme", "twice", TEN);
        account.ended("twice", ReplyEnd.SENT);
        account.ended("twice", ReplyEnd.FAILED);
        account.requested("acme", "late", TEN.minus(Duration.ofDays(9)));
        account.requested("acme", "on its way", TEN);
        account.requested("gone", "with its organisation", TEN);
        account.removed("gone");

        var balance = balance();
        assertThat(balance.discrepancies()).extracting(Discrepancy::id).containsExactly("late", "twice");
        var replies = balance.replies();
        assertThat(replies.onTheirWay()).isEqualTo(2);
        assertThat(replies.withTheirOrganisation()).isEqualTo(1);
        assertThat(replies.count(ReplyEnd.SENT)).isEqualTo(2);
    }

    @Test
    void doesNotCountWhatBeganBefore() {
        account.decided("earlier", MailEnd.ROUTED);
        account.ended("earlier");
        account.ended("earlier", ReplyEnd.SENT);

        assertThat(balance().mails().accepted()).isZero();
        assertThat(balance().isEven()).isTrue();
    }

    /** However mails end, the parts are the whole. */
    @Property(tries = 200)
    void addsUp(@ForAll long seed) {
        var random = new Random(seed);
        var any = new Account();
        for (int number = 0; number < 40; number++) {
            var id = "mail-" + random.nextInt(20);
            if (random.nextBoolean()) {
                any.received(id, TEN);
            } else {
                any.decided(id, ENDS.get(random.nextInt(ENDS.size())));
            }
        }

        var mails =
                any.balance(LATER, Duration.ofMinutes(5), Duration.ofDays(4)).mails();
        assertThat(mails.places().values().stream().mapToLong(Long::longValue).sum() + mails.onTheirWay())
                .isEqualTo(mails.accepted());
    }

    private Balance balance() {
        return account.balance(LATER, Duration.ofMinutes(5), Duration.ofDays(4));
    }
}
