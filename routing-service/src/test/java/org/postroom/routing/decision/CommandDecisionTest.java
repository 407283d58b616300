package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.routing.decision.Centre.interaction;
import static org.postroom.routing.decision.Centre.mail;
import static org.postroom.routing.decision.Centre.names;
import static org.postroom.routing.decision.Centre.offered;
import static org.postroom.routing.decision.Centre.only;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.postroom.routing.decision.RoutingEvent.AgentStatusChanged;
import org.postroom.routing.decision.RoutingEvent.InteractionAccepted;
import org.postroom.routing.decision.RoutingEvent.InteractionClosed;
import org.postroom.routing.decision.RoutingEvent.InteractionQueued;
import org.postroom.routing.decision.RoutingEvent.InteractionSegmentEnded;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.decision.RoutingEvent.RoutingCommandRejected;
import org.postroom.routing.decision.RoutingEvent.SegmentAction;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.CommandId;
import org.postroom.routing.interaction.CloseReason;
import org.postroom.routing.presence.AgentStatus;
import org.postroom.routing.presence.StatusReason;

class CommandDecisionTest {

    private final Centre centre = Centre.open();

    @Test
    void offersWaitingInteractionToAgentWhoComesOnQueue() {
        centre.on(mail("question"));
        centre.on(Centre.agent("anna", 1));

        var events = centre.goesOnQueue("anna");

        assertThat(names(events)).containsExactly("AgentStatusChanged", "InteractionOffered");
    }

    @Test
    void countsWaitingTimeUntilAccepted() {
        centre.withAgentOnQueue("anna").on(mail("question"));

        var accepted = only(
                InteractionAccepted.class, centre.after(Duration.ofSeconds(90)).accepts("anna", "question"));

        assertThat(accepted)
                .containsExactly(
                        new InteractionAccepted(interaction("question"), new AgentId("anna"), Duration.ofSeconds(90)));
    }

    @Test
    void refusesAcceptOfInteractionOfferedToSomebodyElse() {
        centre.withAgentOnQueue("anna").on(mail("question"));
        centre.on(Centre.agent("bert", 1));

        var rejected = only(RoutingCommandRejected.class, centre.accepts("bert", "question"))
                .getFirst();

        assertThat(rejected.reason())
                .isEqualTo("expected an interaction offered to the agent, but it is offered to agent anna");
    }

    @Test
    void refusesCommandOfUnknownAgent() {
        var rejected = only(RoutingCommandRejected.class, centre.goesOnQueue("nobody"));

        assertThat(rejected).hasSize(1);
    }

    @Test
    void refusesCommandOnUnknownInteraction() {
        centre.withAgentOnQueue("anna");

        var rejected = only(RoutingCommandRejected.class, centre.closes("anna", "nothing"))
                .getFirst();

        assertThat(rejected.reason())
                .isEqualTo("expected an interaction handled by the agent, but there is none with this id");
    }

    @Test
    void ignoresRepeatOfCommand() {
        centre.withAgentOnQueue("anna").on(mail("question"));
        var accept =
                new RoutingInput.AcceptInteraction(new CommandId("once"), new AgentId("anna"), interaction("question"));
        centre.on(accept);

        assertThat(centre.on(accept)).isEmpty();
    }

    @Test
    void returnsDeclinedInteractionToQueueWithItsWaitingTime() {
        centre.withAgentOnQueue("anna").on(mail("question"));
        centre.on(Centre.agent("bert", 1));
        centre.goesOnQueue("bert");

        var events = centre.after(Duration.ofMinutes(1)).declines("anna", "question");

        assertThat(names(events)).containsExactly("InteractionDeclined", "InteractionQueued", "InteractionOffered");
        var queued = only(InteractionQueued.class, events).getFirst();
        assertThat(queued.reason()).isEqualTo(QueueReason.OFFER_DECLINED);
        assertThat(queued.enquiry().waitingSince()).isEqualTo(Centre.START);
        assertThat(offered(events)).containsExactly("bert");
    }

    @Test
    void doesNotOfferAgainWhatAgentDeclinedUntilAgentComesOnQueueAfresh() {
        centre.withAgentOnQueue("anna").on(mail("question"));

        assertThat(offered(centre.declines("anna", "question"))).isEmpty();
        centre.after(Duration.ofMinutes(1)).goesOffQueue("anna");
        assertThat(offered(centre.after(Duration.ofMinutes(1)).goesOnQueue("anna")))
                .containsExactly("anna");
    }

    @Test
    void offersNextBestToAgentWhoDeclined() {
        centre.withAgentOnQueue("anna").on(mail("first"));
        centre.after(Duration.ofSeconds(1)).on(mail("second"));

        var events = centre.declines("anna", "first");

        assertThat(Centre.offeredInteractions(events)).containsExactly(interaction("second"));
    }

    @Test
    void closesInteractionWithItsHandleTime() {
        centre.withAgentOnQueue("anna").on(mail("question"));
        centre.accepts("anna", "question");

        var events = centre.after(Duration.ofMinutes(3)).closes("anna", "question");

        assertThat(events)
                .containsExactly(
                        new InteractionSegmentEnded(
                                interaction("question"),
                                new AgentId("anna"),
                                1,
                                SegmentAction.CLOSE,
                                Duration.ofMinutes(3),
                                null),
                        new InteractionClosed(
                                interaction("question"),
                                Centre.conversation("question"),
                                CloseReason.CLOSED_BY_AGENT,
                                new AgentId("anna"),
                                Duration.ofMinutes(3),
                                null));
    }

    @Test
    void offersNextInteractionToAgentWhoClosedOne() {
        centre.withAgentOnQueue("anna").on(mail("first"));
        centre.on(mail("second"));
        centre.accepts("anna", "first");

        assertThat(Centre.offeredInteractions(centre.closes("anna", "first"))).containsExactly(interaction("second"));
    }

    @Test
    void returnsInteractionToQueueWhenAgentLeaves() {
        centre.withAgentOnQueue("anna").on(mail("question"));

        var events = centre.goesOffQueue("anna");

        assertThat(names(events)).containsExactly("AgentStatusChanged", "InteractionQueued");
        assertThat(only(InteractionQueued.class, events).getFirst().reason()).isEqualTo(QueueReason.AGENT_LEFT);
    }

    @Test
    void leavesHandledInteractionWithAgentWhoGoesOffQueue() {
        centre.withAgentOnQueue("anna").on(mail("question"));
        centre.accepts("anna", "question");

        assertThat(names(centre.goesOffQueue("anna"))).containsExactly("AgentStatusChanged");
        assertThat(only(InteractionClosed.class, centre.closes("anna", "question")))
                .hasSize(1);
    }

    @Test
    void takesBackOfferThatWasNotAnswered() {
        centre.withAgentOnQueue("anna").on(mail("question"));

        var events = centre.timeRunsOut();

        assertThat(names(events)).containsExactly("InteractionOfferExpired", "AgentStatusChanged", "InteractionQueued");
        assertThat(only(AgentStatusChanged.class, events))
                .containsExactly(new AgentStatusChanged(
                        new AgentId("anna"),
                        AgentStatus.NOT_RESPONDING,
                        AgentStatus.ON_QUEUE,
                        StatusReason.OFFER_EXPIRED));
        var queued = only(InteractionQueued.class, events).getFirst();
        assertThat(queued.enquiry().waitingSince()).isEqualTo(Centre.START);
        assertThat(queued.score().minutesWaited()).isEqualTo(5.0);
    }

    @Test
    void refusesAnswerThatComesWithTheExpiry() {
        centre.withAgentOnQueue("anna").on(mail("question"));

        var events = centre.after(Centre.ALERTING).accepts("anna", "question");

        assertThat(names(events))
                .containsExactly(
                        "InteractionOfferExpired", "AgentStatusChanged", "InteractionQueued", "RoutingCommandRejected");
    }

    @Test
    void namesTheMomentOfTheNextExpiry() {
        assertThat(centre.routing().nextTimerAt()).isNull();

        centre.withAgentOnQueue("anna").on(mail("question"));

        assertThat(centre.routing().nextTimerAt()).isEqualTo(Centre.START.plus(Centre.ALERTING));
    }

    @Test
    void givesOlderWorkToLeastBusyAgentAndThenToTheOneIdleLongest() {
        centre.on(Centre.agent("bert", 2));
        centre.goesOnQueue("bert");
        centre.after(Duration.ofSeconds(1)).on(Centre.agent("anna", 2));
        centre.goesOnQueue("anna");

        assertThat(offered(centre.on(mail("first")))).containsExactly("bert");
        assertThat(offered(centre.on(mail("second")))).containsExactly("anna");
        assertThat(offered(centre.on(mail("third")))).containsExactly("bert");
    }
}
