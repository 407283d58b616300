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
import org.postroom.routing.decision.RoutingEvent.InteractionUnparked;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.decision.RoutingEvent.RoutingCommandRejected;
import org.postroom.routing.decision.RoutingEvent.UnparkReason;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.QueueId;

class ParkingTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Centre centre = Centre.open().withAgentOnQueue("anna");

    @Test
    void makesRoomForOtherWork() {
        handles("question");
        centre.on(mail("next"));

        var events = centre.parks("anna", "question", HOUR);

        assertThat(names(events)).containsExactly("InteractionSegmentEnded", "InteractionParked", "InteractionOffered");
        assertThat(Centre.offeredInteractions(events)).containsExactly(interaction("next"));
    }

    @Test
    void comesBackToItsQueueWhenTheTimeIsUpWithTheTimeThatItWaited() {
        handles("question");
        centre.parks("anna", "question", HOUR);

        var events = centre.after(HOUR).on(new RoutingInput.TimerElapsed());

        assertThat(only(InteractionUnparked.class, events))
                .containsExactly(new InteractionUnparked(
                        interaction("question"), new AgentId("anna"), UnparkReason.TIME_RAN_OUT, HOUR));
        assertThat(only(InteractionQueued.class, events).getFirst())
                .satisfies(queued -> assertThat(queued.reason()).isEqualTo(QueueReason.UNPARKED))
                .satisfies(queued -> assertThat(queued.enquiry().waitingSince()).isEqualTo(Centre.START));
        assertThat(offered(events)).containsExactly("anna");
    }

    @Test
    void comesBackAtOnceWhenTheCustomerWrites() {
        handles("question");
        centre.parks("anna", "question", HOUR);

        var events = centre.on(Centre.answerTo("more", "question"));

        assertThat(names(events))
                .containsExactly("EmailThreaded", "InteractionUnparked", "InteractionQueued", "InteractionOffered");
        assertThat(only(RoutingEvent.EmailThreaded.class, events).getFirst().newInteraction())
                .isFalse();
        assertThat(centre.after(HOUR).on(new RoutingInput.TimerElapsed()))
                .noneMatch(InteractionUnparked.class::isInstance);
    }

    @Test
    void isResumedByItsAgentAloneAndOnlyWhereThereIsRoom() {
        handles("question");
        centre.parks("anna", "question", HOUR);
        centre.on(Centre.agent("bert", 1));
        assertThat(reason(centre.resumes("bert", "question")))
                .isEqualTo("expected an interaction parked by the agent, but it is parked by agent anna");
        centre.on(mail("next"));
        assertThat(reason(centre.resumes("anna", "question")))
                .isEqualTo("expected room for one more email, but the agent has none");

        centre.declines("anna", "next");
        assertThat(only(InteractionUnparked.class, centre.resumes("anna", "question"))
                        .getFirst()
                        .reason())
                .isEqualTo(UnparkReason.RESUMED);
        assertThat(names(centre.closes("anna", "question")))
                .containsExactly("InteractionSegmentEnded", "InteractionClosed");
    }

    @Test
    void keepsTenForSevenDaysAndNoMore() {
        for (int number = 0; number < Parking.MOST_PARKED; number++) {
            handles("mail-" + number);
            centre.parks("anna", "mail-" + number, Parking.LONGEST);
        }
        handles("one-more");

        assertThat(reason(centre.parks("anna", "one-more", HOUR)))
                .isEqualTo("expected at most 10 parked interactions, but there are as many already");
        centre.resumes("anna", "mail-0");
        centre.closes("anna", "one-more");
        assertThat(reason(centre.parks("anna", "one-more", HOUR))).contains("it is closed");
    }

    @Test
    void refusesAMomentThatIsPastOrTooFarAway() {
        handles("question");

        assertThat(reason(centre.parks("anna", "question", Duration.ZERO))).contains("within the next 7 days");
        assertThat(reason(centre.parks("anna", "question", Parking.LONGEST.plusSeconds(1))))
                .contains("within the next 7 days");
    }

    @Test
    void goesBackToItsQueueWithItsAgent() {
        handles("question");
        centre.parks("anna", "question", HOUR);

        assertThat(names(centre.on(Centre.deactivated("anna", 1))))
                .containsExactly("AgentStatusChanged", "InteractionUnparked", "InteractionQueued");
    }

    @Test
    void waitsWhereItsAddressSendsMailNowWhereItsQueueWasRemovedMeanwhile() {
        handles("question");
        centre.parks("anna", "question", HOUR);
        centre.on(Centre.queue("sales"));
        centre.on(Centre.address("help", "sales"));
        centre.on(new RoutingInput.QueueRemoved(new QueueId("support")));

        var events = centre.after(HOUR).on(new RoutingInput.TimerElapsed());

        assertThat(only(InteractionQueued.class, events)
                        .getFirst()
                        .enquiry()
                        .requirement()
                        .queueId()
                        .value())
                .isEqualTo("sales");
        assertThat(offered(events)).containsExactly("anna");
    }

    private void handles(String email) {
        centre.on(mail(email));
        centre.accepts("anna", email);
    }

    private static String reason(List<RoutingEvent> events) {
        return only(RoutingCommandRejected.class, events).getFirst().reason();
    }
}
