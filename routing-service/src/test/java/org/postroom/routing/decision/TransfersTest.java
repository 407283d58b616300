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
import org.postroom.routing.decision.RoutingEvent.InteractionQueued;
import org.postroom.routing.decision.RoutingEvent.InteractionTransferred;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.decision.RoutingEvent.RoutingCommandRejected;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.QueueId;

class TransfersTest {

    private final Centre centre = Centre.open().withAgentOnQueue("anna");

    TransfersTest() {
        centre.on(Centre.queue("sales", "anna", "bert"));
        centre.on(mail("question"));
        centre.accepts("anna", "question");
    }

    @Test
    void movesItToTheQueueWithTheTimeThatItWaitedAndNotBackToTheGiver() {
        var events = centre.after(Duration.ofMinutes(2)).transfersToQueue("anna", "question", "sales");

        assertThat(names(events))
                .containsExactly("InteractionSegmentEnded", "InteractionTransferred", "InteractionQueued");
        assertThat(only(InteractionTransferred.class, events))
                .containsExactly(new InteractionTransferred(
                        interaction("question"), new AgentId("anna"), new QueueId("sales"), null));
        assertThat(only(InteractionQueued.class, events).getFirst())
                .satisfies(queued -> assertThat(queued.reason()).isEqualTo(QueueReason.TRANSFERRED))
                .satisfies(queued ->
                        assertThat(queued.enquiry().requirement().queueId()).isEqualTo(new QueueId("sales")))
                .satisfies(queued -> assertThat(queued.enquiry().waitingSince()).isEqualTo(Centre.START));

        centre.on(Centre.agent("bert", 1));
        assertThat(offered(centre.goesOnQueue("bert"))).containsExactly("bert");
    }

    @Test
    void offersItToTheOtherAgentWhoIsThereAndHasRoom() {
        centre.on(Centre.agent("bert", 1));
        centre.goesOnQueue("bert");
        centre.on(mail("next"));
        assertThat(reason(centre.transfersToAgent("anna", "question", "bert")))
                .isEqualTo("expected an agent who is on queue and has room, but that agent is not or has none");
        centre.declines("bert", "next");

        var events = centre.transfersToAgent("anna", "question", "bert");

        assertThat(names(events))
                .containsExactly(
                        "InteractionSegmentEnded",
                        "InteractionTransferred",
                        "InteractionOffered",
                        "InteractionOffered");
        assertThat(offered(events)).containsExactly("bert", "anna");
        assertThat(names(centre.accepts("bert", "question"))).containsExactly("InteractionAccepted");
    }

    @Test
    void goesToItsQueueWhereTheOtherAgentDeclines() {
        centre.on(Centre.agent("bert", 1));
        centre.goesOnQueue("bert");
        centre.transfersToAgent("anna", "question", "bert");

        assertThat(names(centre.declines("bert", "question")))
                .containsExactly("InteractionDeclined", "InteractionQueued");
    }

    @Test
    void refusesQueuesAndAgentsThatAreNotThere() {
        centre.on(Centre.deactivated("carl", 1));

        assertThat(reason(centre.transfersToQueue("anna", "question", "nowhere")))
                .contains("a queue of the organisation");
        assertThat(reason(centre.transfersToAgent("anna", "question", "anna"))).contains("another agent");
        assertThat(reason(centre.transfersToAgent("anna", "question", "carl"))).contains("an active agent");
        assertThat(reason(centre.transfersToAgent("anna", "question", "nobody")))
                .contains("an active agent");
        assertThat(reason(centre.transfersToAgent("bert", "question", "anna"))).contains("configured agent");
    }

    @Test
    void countsWhatTheFirstAgentDidForIt() {
        centre.on(Centre.agent("bert", 1));
        centre.goesOnQueue("bert");
        centre.after(Duration.ofMinutes(2)).transfersToAgent("anna", "question", "bert");
        centre.accepts("bert", "question");

        var events = centre.after(Duration.ofMinutes(3)).closes("bert", "question");

        assertThat(only(RoutingEvent.InteractionClosed.class, events).getFirst().handleTime())
                .isEqualTo(Duration.ofMinutes(5));
    }

    private static String reason(List<RoutingEvent> events) {
        return only(RoutingCommandRejected.class, events).getFirst().reason();
    }
}
