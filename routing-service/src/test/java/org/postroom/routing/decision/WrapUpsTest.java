package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.routing.decision.Centre.interaction;
import static org.postroom.routing.decision.Centre.mail;
import static org.postroom.routing.decision.Centre.names;
import static org.postroom.routing.decision.Centre.offered;
import static org.postroom.routing.decision.Centre.only;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.routing.decision.RoutingEvent.InteractionClosed;
import org.postroom.routing.decision.RoutingEvent.InteractionWrapUpEnded;
import org.postroom.routing.decision.RoutingEvent.InteractionWrapUpStarted;
import org.postroom.routing.decision.RoutingEvent.RoutingCommandRejected;
import org.postroom.routing.decision.RoutingEvent.WrapUpEnd;
import org.postroom.routing.directory.WrapUp;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.WrapUpCodeId;
import org.postroom.routing.interaction.CloseReason;

class WrapUpsTest {

    private static final Duration TIME = Duration.ofSeconds(90);

    private final Centre centre = Centre.open();

    @Test
    void refusesToCloseWithoutACodeWhereTheQueueAsksForOne() {
        annaHandlesIn(WrapUp.Mode.MANDATORY);

        var events = centre.closes("anna", "question");

        assertThat(reasons(events))
                .containsExactly("expected a wrap-up code, which the queue asks for, but none was chosen");
        assertThat(names(events)).containsExactly("RoutingCommandRejected");
    }

    @Test
    void refusesACodeThatIsNotTheQueues() {
        annaHandlesIn(WrapUp.Mode.OPTIONAL);

        assertThat(reasons(centre.closes("anna", "question", "invented")))
                .containsExactly("expected one of the wrap-up codes of the queue, but another one was chosen");
        centre.on(Centre.queue("support"));
        assertThat(reasons(centre.closes("anna", "question", "done")))
                .containsExactly("expected no wrap-up code, since the queue has none, but one was chosen");
        assertThat(only(InteractionClosed.class, centre.closes("anna", "question")))
                .hasSize(1);
    }

    @Test
    void closesAtOnceWithTheCodeWhereTheAgentDoesNotWishForAfterCallWork() {
        annaHandlesIn(WrapUp.Mode.OPTIONAL);

        var events = centre.closes("anna", "question", "done");

        assertThat(names(events)).containsExactly("InteractionSegmentEnded", "InteractionClosed");
        assertThat(only(InteractionClosed.class, events).getFirst().wrapUpCode())
                .isEqualTo(new WrapUpCodeId("done"));
    }

    @Test
    void givesTimeToAnAgentWhoWishesForItUnlessTheQueueHasNone() {
        annaHandlesIn(WrapUp.Mode.OPTIONAL);
        var wish = new RoutingInput.CloseInteraction(
                centre.nextCommand(), new AgentId("anna"), interaction("question"), null, true);
        var again = new RoutingInput.CloseInteraction(
                centre.nextCommand(), new AgentId("anna"), interaction("question"), null, true);
        centre.on(Centre.queueThatWrapsUp("support", WrapUp.Mode.NONE, Duration.ZERO));

        assertThat(reasons(centre.on(wish)))
                .containsExactly("expected a queue with after-call work, but this one has none");
        centre.on(Centre.queueThatWrapsUp("support", WrapUp.Mode.OPTIONAL, Duration.ZERO));
        assertThat(names(centre.on(again))).containsExactly("InteractionSegmentEnded", "InteractionWrapUpStarted");
        assertThat(names(centre.wrapsUp("anna", "question", null)))
                .containsExactly("InteractionWrapUpEnded", "InteractionClosed");
    }

    @Test
    void keepsTheAgentFromOtherWorkUntilItIsWrappedUp() {
        annaHandlesIn(WrapUp.Mode.MANDATORY);
        assertThat(offered(centre.on(mail("next")))).isEmpty();

        var closed = centre.after(Duration.ofMinutes(3)).closes("anna", "question", "done");
        var wrappedUp = centre.after(Duration.ofSeconds(40)).wrapsUp("anna", "question", "later");

        assertThat(names(closed)).containsExactly("InteractionSegmentEnded", "InteractionWrapUpStarted");
        assertThat(only(InteractionWrapUpStarted.class, closed).getFirst().endsAt())
                .isNull();
        assertThat(names(wrappedUp))
                .containsExactly("InteractionWrapUpEnded", "InteractionClosed", "InteractionOffered");
        assertThat(only(InteractionWrapUpEnded.class, wrappedUp))
                .containsExactly(new InteractionWrapUpEnded(
                        interaction("question"),
                        new AgentId("anna"),
                        WrapUpEnd.FINISHED,
                        new WrapUpCodeId("later"),
                        Duration.ofSeconds(40),
                        false));
        assertThat(only(InteractionClosed.class, wrappedUp).getFirst())
                .satisfies(end -> assertThat(end.handleTime()).isEqualTo(Duration.ofMinutes(3)))
                .satisfies(end -> assertThat(end.wrapUpCode()).isEqualTo(new WrapUpCodeId("later")))
                .satisfies(end -> assertThat(end.reason()).isEqualTo(CloseReason.CLOSED_BY_AGENT));
    }

    @Test
    void endsByItselfWhenItsTimeIsUpWithACodeOrWithout() {
        annaHandlesIn(WrapUp.Mode.MANDATORY_TIMED);
        var replied = centre.replies("anna", "question", "reply");
        assertThat(only(InteractionWrapUpStarted.class, replied).getFirst().endsAt())
                .isEqualTo(centre.now().plus(TIME));
        assertThat(centre.routing().nextTimerAt()).isEqualTo(centre.now().plus(TIME));

        var ended = centre.after(TIME).on(new RoutingInput.TimerElapsed());
        var sent = centre.replyIsSent("question", "reply");

        assertThat(names(ended)).containsExactly("InteractionWrapUpEnded");
        assertThat(only(InteractionWrapUpEnded.class, ended).getFirst())
                .isEqualTo(new InteractionWrapUpEnded(
                        interaction("question"), new AgentId("anna"), WrapUpEnd.TIME_RAN_OUT, null, TIME, true));
        assertThat(only(InteractionClosed.class, sent).getFirst().wrapUpCode()).isNull();
        assertThat(centre.routing().nextTimerAt()).isNull();
    }

    @Test
    void refusesWhatComesWithTheEndOfTheTime() {
        annaHandlesIn(WrapUp.Mode.MANDATORY_TIMED);
        centre.closes("anna", "question", "done");

        var events = centre.after(TIME).wrapsUp("anna", "question", "later");

        assertThat(names(events))
                .containsExactly("InteractionWrapUpEnded", "InteractionClosed", "RoutingCommandRejected");
        assertThat(only(InteractionClosed.class, events).getFirst().wrapUpCode())
                .isEqualTo(new WrapUpCodeId("done"));
    }

    @Test
    void wrapsUpWhileTheReplyIsOnItsWayAndClosesWhenBothAreDone() {
        annaHandlesIn(WrapUp.Mode.MANDATORY);

        var replied = centre.replies("anna", "question", "reply");
        assertThat(names(replied)).containsExactly("InteractionSegmentEnded", "InteractionWrapUpStarted");
        assertThat(reasons(centre.wrapsUp("anna", "question", null)))
                .containsExactly("expected a wrap-up code, which the queue asks for, but none was chosen");
        assertThat(centre.replyIsSent("question", "reply")).isEmpty();
        var ended = centre.wrapsUp("anna", "question", "done");

        assertThat(names(ended)).containsExactly("InteractionWrapUpEnded", "InteractionClosed");
        assertThat(only(InteractionClosed.class, ended).getFirst())
                .satisfies(end -> assertThat(end.reason()).isEqualTo(CloseReason.ANSWERED))
                .satisfies(end -> assertThat(end.wrapUpCode()).isEqualTo(new WrapUpCodeId("done")));
    }

    @Test
    void keepsTheCodeUntilTheReplyHasArrived() {
        annaHandlesIn(WrapUp.Mode.MANDATORY);
        centre.replies("anna", "question", "reply");

        var ended = centre.wrapsUp("anna", "question", "done");
        var sent = centre.replyIsSent("question", "reply");

        assertThat(only(InteractionWrapUpEnded.class, ended).getFirst().replyUnderWay())
                .isTrue();
        assertThat(only(InteractionClosed.class, sent).getFirst().wrapUpCode()).isEqualTo(new WrapUpCodeId("done"));
    }

    @Test
    void breaksOffWhenTheReplyFailsAndAsksAgainAfterTheNextOne() {
        annaHandlesIn(WrapUp.Mode.MANDATORY);
        centre.replies("anna", "question", "reply");

        var failed = centre.replyFails("question", "reply");
        assertThat(names(failed)).containsExactly("InteractionWrapUpEnded", "InteractionReopened");
        assertThat(only(InteractionWrapUpEnded.class, failed).getFirst().reason())
                .isEqualTo(WrapUpEnd.REPLY_FAILED);

        assertThat(names(centre.replies("anna", "question", "second")))
                .containsExactly("InteractionSegmentEnded", "InteractionWrapUpStarted");
    }

    @Test
    void endsWithItsAgent() {
        annaHandlesIn(WrapUp.Mode.MANDATORY);
        centre.replies("anna", "question", "reply");

        var removed = centre.on(new RoutingInput.AgentRemoved(new AgentId("anna")));

        assertThat(names(removed)).containsExactly("AgentStatusChanged", "InteractionWrapUpEnded");
        assertThat(only(InteractionWrapUpEnded.class, removed).getFirst().reason())
                .isEqualTo(WrapUpEnd.AGENT_LEFT);
        assertThat(names(centre.replyIsSent("question", "reply"))).containsExactly("InteractionClosed");
    }

    @Test
    void beginsANewInteractionWithMailThatComesMeanwhile() {
        annaHandlesIn(WrapUp.Mode.MANDATORY);
        centre.closes("anna", "question", "done");

        var events = centre.on(Centre.answerTo("another", "question"));

        assertThat(only(RoutingEvent.EmailThreaded.class, events).getFirst())
                .satisfies(threaded -> assertThat(threaded.newInteraction()).isTrue())
                .satisfies(
                        threaded -> assertThat(threaded.conversationId()).isEqualTo(Centre.conversation("question")));
        assertThat(names(centre.wrapsUp("anna", "question", null)))
                .containsExactly("InteractionWrapUpEnded", "InteractionClosed", "InteractionOffered");
    }

    @Test
    void letsNobodyElseWrapUp() {
        annaHandlesIn(WrapUp.Mode.MANDATORY);
        centre.on(Centre.agent("bert", 1));
        centre.closes("anna", "question", "done");

        assertThat(reasons(centre.wrapsUp("bert", "question", "done")))
                .containsExactly("expected an interaction that the agent wraps up, but it is wrapped up by agent anna");
    }

    @Test
    void asksForNothingInWhatAnEarlierVersionDecidesUpon() {
        var before = Centre.open(2);
        before.on(Centre.queueThatWrapsUp("support", WrapUp.Mode.MANDATORY, Duration.ZERO));
        before.withAgentOnQueue("anna").on(mail("question"));
        before.accepts("anna", "question");

        assertThat(names(before.closes("anna", "question")))
                .containsExactly("InteractionSegmentEnded", "InteractionClosed");
    }

    private void annaHandlesIn(WrapUp.Mode mode) {
        var time = mode == WrapUp.Mode.MANDATORY_TIMED ? TIME : Duration.ZERO;
        centre.on(Centre.queueThatWrapsUp("support", mode, time));
        centre.withAgentOnQueue("anna").on(mail("question"));
        centre.accepts("anna", "question");
    }

    private static List<String> reasons(List<RoutingEvent> events) {
        return only(RoutingCommandRejected.class, events).stream()
                .map(RoutingCommandRejected::reason)
                .toList();
    }
}
