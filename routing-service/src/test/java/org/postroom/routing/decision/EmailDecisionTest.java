package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.routing.decision.Centre.answerTo;
import static org.postroom.routing.decision.Centre.conversation;
import static org.postroom.routing.decision.Centre.interaction;
import static org.postroom.routing.decision.Centre.mail;
import static org.postroom.routing.decision.Centre.mailTo;
import static org.postroom.routing.decision.Centre.names;
import static org.postroom.routing.decision.Centre.only;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.postroom.routing.conversation.ThreadingRule;
import org.postroom.routing.decision.RoutingEvent.DiscardReason;
import org.postroom.routing.decision.RoutingEvent.EmailDiscarded;
import org.postroom.routing.decision.RoutingEvent.EmailThreaded;
import org.postroom.routing.decision.RoutingEvent.InteractionQueued;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.ReplyId;

class EmailDecisionTest {

    private final Centre centre = Centre.open();

    @Test
    void queuesMailOfNewConversation() {
        var events = centre.on(mail("question"));

        assertThat(names(events)).containsExactly("EmailThreaded", "InteractionQueued");
        var threaded = only(EmailThreaded.class, events).getFirst();
        assertThat(threaded.newInteraction()).isTrue();
        assertThat(threaded.rule()).isEqualTo(ThreadingRule.NEW_CONVERSATION);
        var queued = only(InteractionQueued.class, events).getFirst();
        assertThat(queued.enquiry().waitingSince()).isEqualTo(centre.now());
        assertThat(queued.score().total()).isZero();
    }

    @Test
    void offersMailAtOnceWhereAgentIsFree() {
        centre.withAgentOnQueue("anna");

        var events = centre.on(mail("question"));

        assertThat(names(events)).containsExactly("EmailThreaded", "InteractionQueued", "InteractionOffered");
    }

    @Test
    void discardsRepeatedDelivery() {
        centre.on(mail("question"));

        var events = centre.after(Duration.ofHours(1)).on(mail("question"));

        assertThat(events)
                .containsExactly(new EmailDiscarded(mail("question").emailId(), DiscardReason.REPEATED_DELIVERY));
    }

    @Test
    void recognisesRepeatOfMailThatStillWaitsAfterRepeatWindow() {
        centre.on(mail("question"));

        var events = centre.after(Duration.ofDays(8)).on(mail("question"));

        assertThat(only(EmailDiscarded.class, events)).hasSize(1);
    }

    @Test
    void letsAnswerJoinOpenInteraction() {
        centre.on(mail("question"));

        var events = centre.on(answerTo("addition", "question"));

        assertThat(events)
                .containsExactly(new EmailThreaded(
                        mail("addition").emailId(),
                        conversation("question"),
                        interaction("question"),
                        false,
                        ThreadingRule.REFERENCES,
                        new MessageId("question@example.com"),
                        new AddressId("help"),
                        List.of(),
                        null));
        assertThat(centre.routing().waiting()).isEqualTo(1);
    }

    @Test
    void beginsNewInteractionInConversationWhoseInteractionIsClosed() {
        centre.withAgentOnQueue("anna").on(mail("question"));
        centre.accepts("anna", "question");
        centre.closes("anna", "question");

        var threaded = only(EmailThreaded.class, centre.on(answerTo("again", "question")))
                .getFirst();

        assertThat(threaded.newInteraction()).isTrue();
        assertThat(threaded.interactionId()).isEqualTo(interaction("again"));
        assertThat(threaded.conversationId()).isEqualTo(conversation("question"));
    }

    @Test
    void beginsNewConversationForStrangerWhoNamesOurMessage() {
        centre.on(mail("question"));

        var threaded = only(
                        EmailThreaded.class,
                        centre.on(mail("forged", "stranger@example.org", List.of("question@example.com"))))
                .getFirst();

        assertThat(threaded.rule()).isEqualTo(ThreadingRule.SENDER_NOT_IN_CONVERSATION);
        assertThat(threaded.matched()).isEqualTo(new MessageId("question@example.com"));
        assertThat(threaded.conversationId()).isEqualTo(conversation("forged"));
        assertThat(threaded.newInteraction()).isTrue();
    }

    @Test
    void refusesConversationToMailThatClaimsToComeFromOurAddress() {
        centre.on(mail("question", "help@support.acme.test", List.of()));

        var threaded = only(
                        EmailThreaded.class,
                        centre.on(mail("forged", "help@support.acme.test", List.of("question@example.com"))))
                .getFirst();

        assertThat(threaded.rule()).isEqualTo(ThreadingRule.SENDER_NOT_IN_CONVERSATION);
    }

    @Test
    void recognisesAnswerToOurReply() {
        centre.on(mail("question"));
        centre.on(new RoutingInput.ReplyComposed(
                new ReplyId("reply"),
                interaction("question"),
                conversation("question"),
                new MessageId("ours@support.acme.test"),
                Set.of(new EmailAddress("Colleague@example.com"))));

        var threaded = only(
                        EmailThreaded.class,
                        centre.on(mail("thanks", "colleague@EXAMPLE.com", List.of("ours@support.acme.test"))))
                .getFirst();

        assertThat(threaded.conversationId()).isEqualTo(conversation("question"));
    }

    @Test
    void forgetsConversationAfterThreadingWindow() {
        centre.withAgentOnQueue("anna").on(mail("question"));
        centre.accepts("anna", "question");
        centre.closes("anna", "question");

        var threaded = only(
                        EmailThreaded.class, centre.after(Duration.ofDays(30)).on(answerTo("late", "question")))
                .getFirst();

        assertThat(threaded.rule()).isEqualTo(ThreadingRule.NEW_CONVERSATION);
    }

    @Test
    void discardsMailWhoseAddressWasRemoved() {
        centre.on(new RoutingInput.AddressRemoved(new AddressId("help")));

        assertThat(centre.on(mail("question")))
                .containsExactly(new EmailDiscarded(mail("question").emailId(), DiscardReason.ADDRESS_REMOVED));
    }

    @Test
    void discardsMailToAddressThatOnlySends() {
        centre.on(Centre.address("noreply", null));

        assertThat(centre.on(mailTo("question", "noreply")))
                .containsExactly(new EmailDiscarded(mail("question").emailId(), DiscardReason.NO_ROUTE));
    }

    @Test
    void discardsMailWhoseQueueWasRemoved() {
        centre.on(new RoutingInput.QueueRemoved(new QueueId("support")));

        assertThat(centre.on(mail("question")))
                .containsExactly(new EmailDiscarded(mail("question").emailId(), DiscardReason.QUEUE_REMOVED));
    }

    @Test
    void routesByFirstAddressThatHasQueue() {
        centre.on(Centre.address("noreply", null));

        var queued = only(InteractionQueued.class, centre.on(mailTo("question", "gone", "noreply", "help")));

        assertThat(queued)
                .singleElement()
                .satisfies(
                        event -> assertThat(event.enquiry().addressId().value()).isEqualTo("help"));
    }
}
