package org.postroom.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.DiscardReason;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.events.interaction.EmailKeptAside;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.interaction.KeptAsideReason;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.reply.ReplyUncertain;

class AccountTest {

    private static final Instant NOW = Instant.parse("2026-11-27T14:03:12Z");

    private final Account account = new Account();

    @Test
    void findsNothingWrongWithAMailThatWasAnswered() {
        follow(received("m1", "e1"), threaded("e1", "i1"), offered("i1"), closed("i1"));
        follow(requested("r1"), composed("r1"), sent("r1"));

        var balance = account.balance(Set.of("m1"), Map.of("r1@us", 1));

        assertThat(balance.isGood()).isTrue();
        assertThat(balance.accepted()).isOne();
        assertThat(balance.sent()).isOne();
        assertThat(account.untilOffered()).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void takesTheEventsOfSeveralTopicsInAnyOrder() {
        follow(closed("i1"), threaded("e1", "i1"), received("m1", "e1"));

        assertThat(account.hasEnded("m1")).isTrue();
    }

    @Test
    void callsLostWhatWasAcceptedAndHasNoEvent() {
        assertThat(account.balance(Set.of("m1"), Map.of()).lost()).containsExactly("m1");
    }

    @Test
    void callsLostWhatCameToNoEnd() {
        follow(received("m1", "e1"), threaded("e1", "i1"));

        assertThat(account.balance(Set.of("m1"), Map.of()).lost()).containsExactly("m1");
    }

    @Test
    void takesADiscardForAnEndButNotThatOfARepetition() {
        follow(received("m1", "e1"), discarded("e1", DiscardReason.NO_ROUTE));
        follow(received("m2", "e2"), discarded("e2", DiscardReason.REPEATED_DELIVERY));

        assertThat(account.balance(Set.of("m1", "m2"), Map.of()).lost()).containsExactly("m2");
    }

    @Test
    void takesAMailThatWasKeptAsideForOneThatHasEnded() {
        follow(received("m1", "e1"), keptAside("e1"));
        follow(received("m2", "e2"));

        assertThat(account.balance(Set.of("m1", "m2"), Map.of()).lost()).containsExactly("m2");
    }

    @Test
    void findsAMailThatBeganTwoInteractions() {
        follow(received("m1", "e1"), threaded("e1", "i1"), closed("i1"));
        follow(received("m1", "e2"), threaded("e2", "i2"), closed("i2"));

        var balance = account.balance(Set.of("m1"), Map.of());

        assertThat(balance.isGood()).isFalse();
        assertThat(balance.doubled()).singleElement().asString().contains("m1", "2 interactions");
    }

    @Test
    void findsAnInteractionThatEndedTwice() {
        follow(received("m1", "e1"), threaded("e1", "i1"), closed("i1"), closed("i1"));

        assertThat(account.balance(Set.of("m1"), Map.of()).doubled()).hasSize(1);
    }

    @Test
    void findsAReplyThatArrivedTwice() {
        follow(requested("r1"), composed("r1"), sent("r1"));

        assertThat(account.balance(Set.of(), Map.of("r1@us", 2)).doubled()).hasSize(1);
    }

    @Test
    void findsAReplyThatArrivedTwiceThoughNobodySaysThatItWasSent() {
        follow(requested("r1"), composed("r1"), uncertain("r1"));

        assertThat(account.balance(Set.of(), Map.of("r1@us", 2)).doubled()).hasSize(1);
    }

    @Test
    void findsAReplyThatIsSaidToBeSentAndNeverArrived() {
        follow(requested("r1"), composed("r1"), sent("r1"));

        var balance = account.balance(Set.of(), Map.of());

        assertThat(balance.missing()).isOne();
        assertThat(balance.isGood()).isFalse();
    }

    @Test
    void countsWhatIsUncertainWithoutBlamingIt() {
        follow(requested("r1"), composed("r1"), uncertain("r1"));

        var balance = account.balance(Set.of(), Map.of());

        assertThat(balance.uncertain()).isOne();
        assertThat(balance.isGood()).isTrue();
    }

    private void follow(SpecificRecord... events) {
        for (var event : events) {
            account.follow(event);
        }
    }

    private static SpecificRecord received(String messageId, String emailId) {
        var event = new EmailReceived();
        event.setMessageId(messageId);
        event.setEmailId(emailId);
        event.setOccurredAt(NOW);
        return event;
    }

    private static SpecificRecord threaded(String emailId, String interactionId) {
        var event = new EmailThreaded();
        event.setEmailId(emailId);
        event.setInteractionId(interactionId);
        return event;
    }

    private static SpecificRecord discarded(String emailId, DiscardReason reason) {
        var event = new EmailDiscarded();
        event.setEmailId(emailId);
        event.setReason(reason);
        return event;
    }

    private static SpecificRecord keptAside(String emailId) {
        var event = new EmailKeptAside();
        event.setEmailId(emailId);
        event.setReason(KeptAsideReason.AUTOMATIC);
        return event;
    }

    private static SpecificRecord offered(String interactionId) {
        var event = new InteractionOffered();
        event.setInteractionId(interactionId);
        event.setOccurredAt(NOW.plusSeconds(2));
        return event;
    }

    private static SpecificRecord closed(String interactionId) {
        var event = new InteractionClosed();
        event.setInteractionId(interactionId);
        return event;
    }

    private static SpecificRecord requested(String replyId) {
        var event = new ReplyRequested();
        event.setReplyId(replyId);
        return event;
    }

    private static SpecificRecord composed(String replyId) {
        var event = new ReplyComposed();
        event.setReplyId(replyId);
        event.setMessageId(replyId + "@us");
        return event;
    }

    private static SpecificRecord sent(String replyId) {
        var event = new ReplySent();
        event.setReplyId(replyId);
        return event;
    }

    private static SpecificRecord uncertain(String replyId) {
        var event = new ReplyUncertain();
        event.setReplyId(replyId);
        return event;
    }
}
