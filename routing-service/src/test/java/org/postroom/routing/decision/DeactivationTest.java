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
import org.postroom.routing.decision.RoutingEvent.InteractionQueued;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.decision.RoutingEvent.RoutingCommandRejected;
import org.postroom.routing.directory.WrapUp;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.presence.AgentStatus;
import org.postroom.routing.presence.StatusReason;

class DeactivationTest {

    private final Centre centre = Centre.open();

    @Test
    void givesBackWhatTheAgentWasOfferedAndHandledInThePlacesThatItHad() {
        centre.on(Centre.agent("anna", 2));
        centre.goesOnQueue("anna");
        centre.on(mail("handled"));
        centre.accepts("anna", "handled");
        centre.after(Duration.ofMinutes(1)).on(mail("offered"));

        var events = centre.after(Duration.ofMinutes(1)).on(Centre.deactivated("anna", 2));

        assertThat(only(AgentStatusChanged.class, events))
                .containsExactly(new AgentStatusChanged(
                        new AgentId("anna"),
                        AgentStatus.OFF_QUEUE,
                        AgentStatus.ON_QUEUE,
                        StatusReason.AGENT_DEACTIVATED));
        assertThat(only(InteractionQueued.class, events))
                .extracting(queued -> queued.enquiry().interactionId())
                .containsExactlyInAnyOrder(interaction("handled"), interaction("offered"));
        assertThat(only(InteractionQueued.class, events))
                .allSatisfy(queued -> assertThat(queued.reason()).isEqualTo(QueueReason.AGENT_LEFT))
                .anySatisfy(
                        queued -> assertThat(queued.enquiry().waitingSince()).isEqualTo(Centre.START));
        assertThat(centre.on(Centre.deactivated("anna", 2))).isEmpty();
    }

    @Test
    void offersItToTheOthersAtOnce() {
        centre.withAgentOnQueue("anna").on(mail("question"));
        centre.on(Centre.agent("bert", 1));
        centre.goesOnQueue("bert");

        assertThat(offered(centre.on(Centre.deactivated("anna", 1)))).containsExactly("bert");
    }

    @Test
    void refusesWhatADeactivatedAgentAsksForUntilActiveAgain() {
        centre.on(Centre.deactivated("anna", 1));
        centre.on(mail("question"));

        assertThat(only(RoutingCommandRejected.class, centre.goesOnQueue("anna"))
                        .getFirst()
                        .reason())
                .isEqualTo("expected an active agent, but this one is deactivated");
        assertThat(centre.on(Centre.agent("anna", 1))).isEmpty();
        assertThat(offered(centre.goesOnQueue("anna"))).containsExactly("anna");
    }

    @Test
    void putsAReplyThatFailsLaterIntoTheQueue() {
        centre.withAgentOnQueue("anna").on(mail("question"));
        centre.accepts("anna", "question");
        centre.replies("anna", "question", "reply");
        centre.on(Centre.deactivated("anna", 1));

        assertThat(names(centre.replyFails("question", "reply"))).containsExactly("InteractionQueued");
    }

    @Test
    void endsAfterCallWorkAsItIs() {
        centre.on(Centre.queueThatWrapsUp("support", WrapUp.Mode.MANDATORY, Duration.ZERO));
        centre.withAgentOnQueue("anna").on(mail("question"));
        centre.accepts("anna", "question");
        centre.closes("anna", "question", "done");

        assertThat(names(centre.on(Centre.deactivated("anna", 1))))
                .containsExactly("AgentStatusChanged", "InteractionWrapUpEnded", "InteractionClosed");
    }

    @Test
    void meansNothingToWhatAnEarlierVersionDecidesUpon() {
        var before = Centre.open(2);
        before.withAgentOnQueue("anna");
        before.on(Centre.deactivated("anna", 1));

        assertThat(offered(before.on(mail("question")))).containsExactly("anna");
    }

    @Test
    void offersNothingWithoutCapacityAndNoMoreThanCapacity() {
        centre.withAgentOnQueue("anna").on(Centre.agent("anna", 0));
        for (int number = 0; number < 30; number++) {
            assertThat(offered(centre.on(mail("mail-" + number)))).isEmpty();
        }

        assertThat(offered(centre.on(Centre.agent("anna", 25)))).hasSize(25);
        assertThat(offered(centre.on(Centre.agent("anna", 2)))).isEmpty();
        assertThat(offered(centre.declines("anna", "mail-0"))).isEmpty();
    }
}
