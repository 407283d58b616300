package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.routing.decision.Centre.interaction;
import static org.postroom.routing.decision.Centre.mail;
import static org.postroom.routing.decision.Centre.names;
import static org.postroom.routing.decision.Centre.offered;
import static org.postroom.routing.decision.Centre.only;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.routing.acd.Verdict;
import org.postroom.routing.decision.RoutingEvent.InteractionClosed;
import org.postroom.routing.decision.RoutingEvent.InteractionQueued;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.directory.SkillEvaluation;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.interaction.CloseReason;

class ConfigurationDecisionTest {

    private Centre centre = Centre.open();

    @Test
    void offersOnlyToAgentWithSkillAndLanguage() {
        centre.on(Centre.addressAsking("help", "support", "billing", 3, "de"));
        centre.on(Centre.agent("anna", 1, Map.of("billing", 2), "de"));
        centre.on(Centre.agent("bert", 1, Map.of("billing", 5), "en"));
        centre.on(Centre.agent("carl", 1, Map.of("billing", 3), "de-CH"));
        centre.goesOnQueue("anna");
        centre.goesOnQueue("bert");
        assertThat(offered(centre.on(mail("question")))).isEmpty();

        assertThat(offered(centre.goesOnQueue("carl"))).containsExactly("carl");
    }

    @Test
    void offersToAnyMemberOfAQueueThatDisregardsSkills() {
        centre.on(Centre.queue("support", SkillEvaluation.DISREGARD_SKILLS, "anna"));
        centre.on(Centre.addressAsking("help", "support", "billing", 3, "de"));
        centre.withAgentOnQueue("anna");

        assertThat(offered(centre.on(mail("question")))).containsExactly("anna");
    }

    @Test
    void offersToTheMostProficientOfThoseWithAllSkillsWhereTheQueueWantsTheBest() {
        asksForTheBest();

        assertThat(offered(centre.on(mail("question")))).containsExactly("bert");
    }

    @Test
    void countedEveryQueueThatWantsTheBestAsOneThatWantsAllInTheFirstVersion() {
        centre = Centre.open(1);
        asksForTheBest();

        assertThat(offered(centre.on(mail("question")))).isEmpty();
    }

    /** Nobody has the level that is asked for, and Carl lacks a skill. */
    private void asksForTheBest() {
        centre.on(Centre.queue("support", SkillEvaluation.BEST_AVAILABLE_SKILLS, "anna", "bert", "carl"));
        centre.on(Centre.addressAsking("help", "support", "billing", 5, null));
        centre.on(Centre.agent("anna", 1, Map.of("billing", 2), "en"));
        centre.on(Centre.agent("bert", 1, Map.of("billing", 4), "en"));
        centre.on(Centre.agent("carl", 1, Map.of("selling", 5), "en"));
        List.of("anna", "carl", "bert")
                .forEach(agent -> centre.after(Duration.ofMinutes(1)).goesOnQueue(agent));
    }

    @Test
    void offersToWhoSpeaksALanguageWhatAsksForAFormOfIt() {
        centre.on(Centre.addressAsking("help", "support", "billing", 0, "de-AT"));
        centre.on(Centre.agent("anna", 1, Map.of("billing", 2), "de"));
        centre.goesOnQueue("anna");

        assertThat(offered(centre.on(mail("question")))).containsExactly("anna");
    }

    @Test
    void didNotOfferThatInTheFirstVersion() {
        centre = Centre.open(1);
        centre.on(Centre.addressAsking("help", "support", "billing", 0, "de-AT"));
        centre.on(Centre.agent("anna", 1, Map.of("billing", 2), "de"));
        centre.goesOnQueue("anna");

        assertThat(offered(centre.on(mail("question")))).isEmpty();
    }

    @Test
    void putsMailOfAFlowIntoTheQueueThatItFallsBackTo() {
        centre.on(Centre.flow("triage", "support"));
        centre.on(Centre.addressWithFlow("help", "triage"));

        assertThat(only(InteractionQueued.class, centre.on(mail("question")))
                        .getFirst()
                        .enquiry()
                        .requirement()
                        .queueId())
                .isEqualTo(new QueueId("support"));
    }

    @Test
    void movesWhatIsStrandedWhereTheFlowFallsBackToAnotherQueue() {
        centre.on(Centre.flow("triage", "support"));
        centre.on(Centre.addressWithFlow("help", "triage"));
        centre.on(mail("question"));
        centre.on(new RoutingInput.QueueRemoved(new QueueId("support")));
        centre.on(Centre.queue("second"));

        var queued = only(InteractionQueued.class, centre.on(Centre.flow("triage", "second")))
                .getFirst();

        assertThat(queued.enquiry().requirement().queueId()).isEqualTo(new QueueId("second"));
        assertThat(queued.reason()).isEqualTo(QueueReason.QUEUE_REMOVED);
    }

    @Test
    void endsEveryOpenInteractionOnceWhenTheOrganisationIsRemoved() {
        centre.withAgentOnQueue("anna");
        centre.on(mail("handled"));
        centre.accepts("anna", "handled");
        centre.on(mail("waiting"));
        centre.on(mail("another"));

        var events = centre.on(new RoutingInput.OrganisationRemoved());

        assertThat(events)
                .hasSize(3)
                .allSatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                InteractionClosed.class,
                                closed -> assertThat(closed.reason()).isEqualTo(CloseReason.ORGANISATION_REMOVED)));
        assertThat(centre.on(new RoutingInput.OrganisationRemoved())).isEmpty();
        assertThat(centre.remembers()).isEmpty();
        assertThat(only(RoutingEvent.EmailDiscarded.class, centre.on(mail("late")))
                        .getFirst()
                        .reason())
                .isEqualTo(RoutingEvent.DiscardReason.ADDRESS_REMOVED);
    }

    @Test
    void saysOfEachAgentWhyNot() {
        centre.on(Centre.addressAsking("help", "support", "billing", 3, "de"));
        centre.on(Centre.agent("anna", 1, Map.of("billing", 2), "en"));
        centre.on(mail("question"));

        var verdicts = centre.routing().explain(interaction("question"));

        assertThat(verdicts)
                .singleElement()
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.refusals())
                                .extracting(Verdict.Refusal::rule)
                                .containsExactly("HAS_SKILLS", "SPEAKS_LANGUAGE", "ON_QUEUE"));
    }

    @Test
    void offersWaitingWorkToAgentWhoGainsTheSkill() {
        centre.on(Centre.addressAsking("help", "support", "billing", 3, "de"));
        centre.on(Centre.agent("anna", 1, Map.of(), "de"));
        centre.goesOnQueue("anna");
        centre.on(mail("question"));

        assertThat(offered(centre.on(Centre.agent("anna", 1, Map.of("billing", 4), "de"))))
                .containsExactly("anna");
    }

    @Test
    void offersWaitingWorkToAgentWhoJoinsTheQueue() {
        centre.on(Centre.queue("support", "bert"));
        centre.withAgentOnQueue("anna").on(mail("question"));

        assertThat(offered(centre.on(Centre.queue("support", "anna", "bert")))).containsExactly("anna");
    }

    @Test
    void offersHighestScoreFirst() {
        centre.on(Centre.address("urgent", "support", 20, false));
        centre.on(mail("early"));
        centre.after(Duration.ofMinutes(12)).on(Centre.mailTo("urgent", "urgent"));

        centre.on(Centre.agent("anna", 1));
        var events = centre.after(Duration.ofMinutes(4)).goesOnQueue("anna");

        assertThat(Centre.offeredInteractions(events)).containsExactly(interaction("urgent"));
        var score =
                only(RoutingEvent.InteractionOffered.class, events).getFirst().score();
        assertThat(score.priority()).isEqualTo(20);
        assertThat(score.minutesWaited()).isEqualTo(4.0);
        assertThat(score.total()).isEqualTo(24.0);
    }

    @Test
    void takesBackEverythingOfRemovedAgent() {
        centre.on(Centre.agent("anna", 2));
        centre.goesOnQueue("anna");
        centre.on(mail("offered"));
        centre.on(mail("handled"));
        centre.accepts("anna", "handled");

        var events = centre.on(new RoutingInput.AgentRemoved(new AgentId("anna")));

        assertThat(names(events)).containsExactly("AgentStatusChanged", "InteractionQueued", "InteractionQueued");
        assertThat(centre.routing().waiting()).isEqualTo(2);
    }

    @Test
    void countsTimeOfRemovedAgentIntoHandleTime() {
        centre.withAgentOnQueue("anna").on(mail("question"));
        centre.accepts("anna", "question");
        centre.after(Duration.ofMinutes(2)).on(new RoutingInput.AgentRemoved(new AgentId("anna")));
        centre.withAgentOnQueue("bert").accepts("bert", "question");

        var closed = only(
                InteractionClosed.class, centre.after(Duration.ofMinutes(1)).closes("bert", "question"));

        assertThat(closed.getFirst().handleTime()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void keepsInteractionsWaitingWhoseQueueWasRemoved() {
        centre.on(mail("question"));

        centre.on(new RoutingInput.QueueRemoved(new QueueId("support")));

        assertThat(centre.routing().waiting()).isEqualTo(1);
        centre.withAgentOnQueue("anna");
        assertThat(offered(centre.on(Centre.queue("support")))).containsExactly("anna");
    }

    @Test
    void movesStrandedInteractionsToWhereTheirAddressNowSendsMail() {
        centre.on(mail("question"));
        centre.on(new RoutingInput.QueueRemoved(new QueueId("support")));
        centre.on(Centre.queue("second"));

        var queued = only(InteractionQueued.class, centre.on(Centre.address("help", "second")));

        assertThat(queued).singleElement().satisfies(event -> {
            assertThat(event.reason()).isEqualTo(QueueReason.QUEUE_REMOVED);
            assertThat(event.enquiry().requirement().queueId()).isEqualTo(new QueueId("second"));
            assertThat(event.enquiry().waitingSince()).isEqualTo(Centre.START);
        });
    }

    @Test
    void offersNothingToAgentWithoutCapacity() {
        centre.on(Centre.agent("anna", 0));
        centre.goesOnQueue("anna");

        assertThat(offered(centre.on(mail("question")))).isEmpty();
    }
}
