package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.routing.decision.Centre.answerTo;
import static org.postroom.routing.decision.Centre.interaction;
import static org.postroom.routing.decision.Centre.mail;
import static org.postroom.routing.decision.Centre.names;
import static org.postroom.routing.decision.Centre.only;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.routing.decision.RoutingEvent.EmailThreaded;
import org.postroom.routing.decision.RoutingEvent.InteractionClosed;
import org.postroom.routing.decision.RoutingEvent.InteractionReopened;
import org.postroom.routing.decision.RoutingEvent.InteractionSegmentEnded;
import org.postroom.routing.decision.RoutingEvent.SegmentAction;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.BounceId;
import org.postroom.routing.id.ReplyId;
import org.postroom.routing.interaction.CloseReason;

class ReplyDecisionTest {

    private final Centre centre = Centre.open();

    @BeforeEach
    void annaHandlesQuestion() {
        centre.withAgentOnQueue("anna").on(mail("question"));
        centre.accepts("anna", "question");
    }

    @Test
    void endsSegmentAndFreesAgentWhenReplyIsRequested() {
        centre.on(mail("next"));

        var events = centre.after(Duration.ofMinutes(4)).replies("anna", "question", "reply");

        assertThat(names(events)).containsExactly("InteractionSegmentEnded", "InteractionOffered");
        assertThat(only(InteractionSegmentEnded.class, events).getFirst())
                .isEqualTo(new InteractionSegmentEnded(
                        interaction("question"),
                        new AgentId("anna"),
                        1,
                        SegmentAction.REPLY,
                        Duration.ofMinutes(4),
                        new ReplyId("reply")));
    }

    @Test
    void closesInteractionWhenReplyIsSent() {
        centre.after(Duration.ofMinutes(4)).replies("anna", "question", "reply");

        var events = centre.after(Duration.ofMinutes(1)).replyIsSent("question", "reply");

        assertThat(events)
                .containsExactly(new InteractionClosed(
                        interaction("question"),
                        Centre.conversation("question"),
                        CloseReason.ANSWERED,
                        new AgentId("anna"),
                        Duration.ofMinutes(4),
                        null));
    }

    @Test
    void ignoresRepeatsOfReplyEvents() {
        centre.replies("anna", "question", "reply");
        assertThat(centre.replies("anna", "question", "reply")).isEmpty();

        centre.replyIsSent("question", "reply");
        assertThat(centre.replyIsSent("question", "reply")).isEmpty();
        assertThat(centre.replyFails("question", "reply")).isEmpty();
    }

    @Test
    void reopensInteractionToItsAgentWhenReplyFails() {
        centre.replies("anna", "question", "reply");

        assertThat(names(centre.replyFails("question", "reply"))).containsExactly("InteractionReopened");
        assertThat(names(centre.replies("anna", "question", "second"))).containsExactly("InteractionSegmentEnded");
        assertThat(names(centre.replyIsSent("question", "second"))).containsExactly("InteractionClosed");
    }

    @Test
    void queuesInteractionAgainWhenReplyFailsAndAgentIsGone() {
        centre.replies("anna", "question", "reply");
        centre.on(new RoutingInput.AgentRemoved(new AgentId("anna")));

        assertThat(names(centre.replyFails("question", "reply"))).containsExactly("InteractionQueued");
    }

    @Test
    void keepsInteractionWithAgentAfterReplyWhereMultipleActionsAreAllowed() {
        centre.on(Centre.address("help", "support", 0, true));
        centre.on(mail("next"));

        var replied = centre.after(Duration.ofMinutes(2)).replies("anna", "question", "reply");
        var sent = centre.replyIsSent("question", "reply");
        var closed = centre.after(Duration.ofMinutes(1)).closes("anna", "question");

        assertThat(names(replied)).containsExactly("InteractionSegmentEnded");
        assertThat(sent).isEmpty();
        assertThat(only(InteractionClosed.class, closed).getFirst().handleTime())
                .isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void reopensClosedInteractionWhenItsReplyFailsLater() {
        centre.on(Centre.address("help", "support", 0, true));
        centre.replies("anna", "question", "reply");
        centre.closes("anna", "question");

        assertThat(names(centre.replyFails("question", "reply"))).containsExactly("InteractionReopened");
    }

    @Test
    void reopensAnsweredInteractionOnceWhenItsReplyComesBack() {
        centre.replies("anna", "question", "reply");
        centre.replyIsSent("question", "reply");

        assertThat(centre.on(bounced("bounce", "reply")))
                .containsExactly(new InteractionReopened(
                        interaction("question"), new AgentId("anna"), new ReplyId("reply"), "550 5.1.1 no such user"));
        assertThat(names(centre.on(bounced("another-recipient", "reply")))).isEmpty();

        centre.closes("anna", "question");
        centre.restart();
        assertThat(centre.on(bounced("bounce", "reply"))).isEmpty();
    }

    @Test
    void queuesInteractionAgainWhenItsReplyComesBackAndAgentIsGone() {
        centre.replies("anna", "question", "reply");
        centre.replyIsSent("question", "reply");
        centre.on(new RoutingInput.AgentRemoved(new AgentId("anna")));

        assertThat(names(centre.on(bounced("bounce", "reply")))).containsExactly("InteractionQueued");
    }

    @Test
    void ignoresABounceOfAReplyThatTheInteractionNeverHad() {
        centre.closes("anna", "question");

        assertThat(centre.on(bounced("bounce", "reply"))).isEmpty();
    }

    private static RoutingInput bounced(String bounce, String reply) {
        return new RoutingInput.ReplyBounced(
                new BounceId(bounce), new ReplyId(reply), interaction("question"), "550 5.1.1 no such user");
    }

    @Test
    void beginsNewInteractionForMailThatComesWhileReplyIsOnItsWay() {
        centre.replies("anna", "question", "reply");

        var threaded = only(EmailThreaded.class, centre.on(answerTo("addition", "question")))
                .getFirst();

        assertThat(threaded.newInteraction()).isTrue();
        assertThat(threaded.conversationId()).isEqualTo(Centre.conversation("question"));
    }

    @Test
    void closesOnlyWhenEveryReplyIsSettled() {
        centre.replies("anna", "question", "reply");
        centre.replies("anna", "question", "further");

        assertThat(centre.replyIsSent("question", "reply")).isEmpty();
        assertThat(names(centre.replyIsSent("question", "further"))).containsExactly("InteractionClosed");
    }

    @Test
    void ignoresReplyOfUnknownInteraction() {
        assertThat(centre.replies("anna", "nothing", "reply")).isEmpty();
        assertThat(centre.replyIsSent("nothing", "reply")).isEmpty();
    }
}
