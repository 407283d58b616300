package org.postroom.outbound.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.postroom.mail.EmailAddress;
import org.postroom.outbound.delivery.DeliveryState.Attempting;
import org.postroom.outbound.delivery.DeliveryState.Queued;

class DeliveryDecisionsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final MailServer SERVER = new MailServer("mx.customer.test", "127.0.0.1", 25);
    private static final List<EmailAddress> ANNA_AND_BEN =
            List.of(EmailAddress.of("anna@customer.test"), EmailAddress.of("ben@customer.test"));
    private static final Outcome DELIVERED = new Outcome.Delivered("mx.customer.test:25", "250 ok");
    private static final Outcome DEFERRED = new Outcome.Deferred("451 later");
    private static final Outcome REFUSED = new Outcome.Refused("5.1.1", "550 no");
    private static final Outcome UNKNOWN = new Outcome.Unknown("mx.customer.test:25");

    @Test
    void countsItsAttempts() {
        Attempting first = new Queued(NOW).attempt();

        assertThat(first.conclude(List.of(DEFERRED), Optional.of(LATER)))
                .isEqualTo(new DeliveryState.Deferred(1, LATER, "451 later"));
        assertThat(new DeliveryState.Deferred(1, LATER, "451 later").attempt()).isEqualTo(new Attempting(2));
    }

    @Test
    void goesOnAsLongAsOneRecipientIsDeferred() {
        assertThat(new Attempting(1).conclude(List.of(DELIVERED, DEFERRED, REFUSED), Optional.of(LATER)))
                .isInstanceOf(DeliveryState.Deferred.class);
    }

    @Test
    void endsByItsWorstAnswer() {
        Attempting attempt = new Attempting(3);

        assertThat(attempt.conclude(List.of(DELIVERED), Optional.empty())).isEqualTo(new DeliveryState.Sent(3));
        assertThat(attempt.conclude(List.of(DELIVERED, REFUSED), Optional.empty()))
                .isEqualTo(new DeliveryState.Failed(3));
        assertThat(attempt.handOver().conclude(List.of(UNKNOWN, REFUSED), Optional.of(LATER)))
                .isEqualTo(new DeliveryState.Uncertain(3));
    }

    @Test
    void repeatsAnAbandonedAttemptOnlyBeforeTheHandOver() {
        assertThat(new Attempting(1).abandoned(NOW)).isInstanceOf(DeliveryState.Deferred.class);
        assertThat(new Attempting(1).handOver().abandoned()).isEqualTo(new DeliveryState.Uncertain(1));
    }

    @Test
    void waitsLongerEachTimeAndGivesUpInTheEnd() {
        var schedule = new RetrySchedule(List.of(Duration.ofMinutes(1), Duration.ofHours(1)), Duration.ofDays(3));

        assertThat(schedule.next(NOW, 1, NOW)).hasValue(NOW.plus(Duration.ofMinutes(1)));
        assertThat(schedule.next(NOW, 2, NOW)).hasValue(NOW.plus(Duration.ofHours(1)));
        assertThat(schedule.next(NOW, 99, NOW)).hasValue(NOW.plus(Duration.ofHours(1)));
        assertThat(schedule.next(NOW, 99, NOW.plus(Duration.ofHours(71)))).isPresent();
        assertThat(schedule.next(NOW, 99, NOW.plus(Duration.ofDays(3)))).isEmpty();
        assertThatThrownBy(() -> new RetrySchedule(List.of(), Duration.ofDays(3)))
                .hasMessageContaining("expected one or more positive delays");
    }

    @Test
    void callsAReplySentWhenEveryoneIsSettledAndEveryVisibleRecipientGotIt() {
        assertThat(Verdict.of(List.of(visible(DELIVERED), visible(null)))).isEqualTo(new Verdict.Open());
        assertThat(Verdict.of(List.of(visible(DELIVERED), hidden(DEFERRED)))).isEqualTo(new Verdict.Open());
        assertThat(Verdict.of(List.of(visible(DELIVERED), hidden(DELIVERED))))
                .isInstanceOfSatisfying(
                        Verdict.Sent.class,
                        sent -> assertThat(sent.deliveries()).hasSize(2));
        assertThat(Verdict.of(List.of(visible(DELIVERED), hidden(REFUSED))))
                .isInstanceOfSatisfying(
                        Verdict.Sent.class,
                        sent -> assertThat(sent.deliveries()).hasSize(1));
    }

    @Test
    void callsAReplyFailedAsSoonAsAVisibleRecipientIsRefused() {
        assertThat(Verdict.of(List.of(visible(REFUSED), visible(null), visible(UNKNOWN))))
                .isEqualTo(new Verdict.Failed(List.of("anna@customer.test"), "5.1.1", "550 no"));
    }

    @Test
    void callsAReplyUncertainAsSoonAsAVisibleRecipientIs() {
        assertThat(Verdict.of(List.of(visible(UNKNOWN), visible(DEFERRED))))
                .isEqualTo(new Verdict.Uncertain(List.of("anna@customer.test")));
        assertThat(Verdict.of(List.of(visible(DELIVERED), hidden(UNKNOWN)))).isInstanceOf(Verdict.Sent.class);
    }

    @Test
    void readsEachRecipientsOwnAnswer() {
        var asked = new Transcript.Asked(
                SERVER,
                null,
                List.of(reply(250, "250 ok"), reply(550, "550 5.1.1 unknown")),
                true,
                reply(250, "250 2.0.0 queued"));

        assertThat(asked.outcomes(ANNA_AND_BEN).values())
                .containsExactly(
                        new Outcome.Delivered("mx.customer.test:25", "250 2.0.0 queued"),
                        new Outcome.Refused("5.1.1", "550 5.1.1 unknown"));
    }

    @Test
    void takesTheAnswerToTheContentForEveryoneWhoWasAccepted() {
        var accepted = List.of(reply(250, "250 ok"), reply(452, "452 too many"));

        assertThat(new Transcript.Asked(SERVER, null, accepted, true, reply(554, "554 spam"))
                        .outcomes(ANNA_AND_BEN)
                        .values())
                .containsExactly(new Outcome.Refused("5.0.0", "554 spam"), new Outcome.Deferred("452 too many"));
        assertThat(new Transcript.Asked(SERVER, reply(451, "451 no room"), accepted, false, null)
                        .outcomes(ANNA_AND_BEN)
                        .values())
                .containsExactly(new Outcome.Deferred("451 no room"), new Outcome.Deferred("452 too many"));
    }

    @Test
    void isUncertainOnlyAboutWhatWasHandedOver() {
        var accepted = List.of(reply(250, "250 ok"), reply(250, "250 ok"));

        assertThat(new Transcript.Asked(SERVER, null, accepted, true, null)
                        .outcomes(ANNA_AND_BEN)
                        .values())
                .containsOnly(UNKNOWN);
        assertThat(new Transcript.Asked(SERVER, null, accepted, false, null)
                        .outcomes(ANNA_AND_BEN)
                        .values())
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Deferred.class));
    }

    private static SmtpReply reply(int code, String text) {
        return new SmtpReply(code, text);
    }

    private static RecipientState visible(Outcome outcome) {
        return new RecipientState("anna@customer.test", true, outcome);
    }

    private static RecipientState hidden(Outcome outcome) {
        return new RecipientState("audit@acme.test", false, outcome);
    }
}
