package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.routing.decision.Centre.answerTo;
import static org.postroom.routing.decision.Centre.interaction;
import static org.postroom.routing.decision.Centre.mail;
import static org.postroom.routing.decision.Centre.names;
import static org.postroom.routing.decision.Centre.offered;
import static org.postroom.routing.decision.Centre.only;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.routing.acd.Verdict;
import org.postroom.routing.decision.RoutingEvent.InteractionQueued;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.directory.ConversationRules.LastAgent;

/** The agent who handled a conversation last comes first, where the organisation wants it. */
class LastAgentsTest {

    private final Centre centre = Centre.open().withAgentOnQueue("anna");

    @Test
    void offersWhatIsNewToTheLastAgentThoughOthersAreIdleForLonger() {
        centre.on(MailPlacingTest.rules(null, false, false, false, LastAgent.QUEUE_MEMBERS));
        centre.on(Centre.agent("bert", 1));
        centre.after(Duration.ofSeconds(1)).goesOnQueue("bert");
        centre.on(mail("question"));
        centre.accepts("anna", "question");
        centre.after(Duration.ofMinutes(1)).closes("anna", "question");

        var events = centre.on(answerTo("answer", "question"));

        assertThat(offered(events)).containsExactly("anna");
        assertThat(queued(events).kept()).isNotNull();
    }

    @Test
    void keepsItWhileTheLastAgentIsBusyAndOffersItAsSoonAsThereIsRoom() {
        busyAnna(LastAgent.QUEUE_MEMBERS);

        var events = centre.on(answerTo("answer", "question"));
        centre.restart();
        var why = centre.routing().explain(interaction("answer"));
        var freed = centre.closes("anna", "other");

        assertThat(names(events)).containsExactly("EmailThreaded", "InteractionQueued");
        assertThat(why).hasSize(2).allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Verdict.Refused.class));
        assertThat(why.toString()).contains("it is kept for anna, who handled its conversation last");
        assertThat(offered(freed)).containsExactly("anna");
        assertThat(Centre.offeredInteractions(freed)).containsExactly(interaction("answer"));
    }

    @Test
    void asksEverybodyOnceTheTimeHasPassed() {
        busyAnna(LastAgent.QUEUE_MEMBERS);
        centre.on(answerTo("answer", "question"));
        assertThat(centre.routing().nextTimerAt()).isEqualTo(centre.now().plus(Duration.ofMinutes(20)));

        var events = centre.after(Duration.ofMinutes(20)).on(new RoutingInput.TimerElapsed());

        assertThat(queued(events).reason()).isEqualTo(QueueReason.LAST_AGENT_UNAVAILABLE);
        assertThat(queued(events).kept()).isNull();
        assertThat(queued(events).enquiry().waitingSince())
                .isEqualTo(centre.now().minus(Duration.ofMinutes(20)));
        assertThat(offered(events)).containsExactly("bert");
    }

    @Test
    void asksEverybodyAtOnceWhereTheLastAgentLeaves() {
        busyAnna(LastAgent.QUEUE_MEMBERS);
        centre.on(answerTo("answer", "question"));

        var events = centre.goesOffQueue("anna");

        assertThat(offered(events)).containsExactly("bert");
    }

    @Test
    void asksEverybodyAtOnceWhereTheLastAgentIsNotThereOrDeclines() {
        answeredByAnna(LastAgent.QUEUE_MEMBERS);
        centre.on(Centre.agent("bert", 1));
        centre.goesOnQueue("bert");

        centre.on(answerTo("answer", "question"));
        assertThat(offered(centre.declines("anna", "answer"))).containsExactly("bert");

        centre.accepts("bert", "answer");
        centre.closes("bert", "answer");
        centre.goesOffQueue("bert");
        assertThat(offered(centre.on(answerTo("again", "question")))).containsExactly("anna");
    }

    @Test
    void asksAnAgentOfAnotherQueueOnlyWhereTheRuleSaysAnyone() {
        answeredByAnna(LastAgent.QUEUE_MEMBERS);
        centre.on(Centre.queue("support", "bert"));
        assertThat(names(centre.on(answerTo("one", "question")))).containsExactly("EmailThreaded", "InteractionQueued");

        centre.on(MailPlacingTest.rules(null, false, false, false, LastAgent.ANYONE));
        answered("other", "bert");
        centre.goesOffQueue("bert");
        centre.on(Centre.queue("support", "carl"));
        centre.goesOnQueue("bert");

        assertThat(offered(centre.on(answerTo("two", "other")))).containsExactly("bert");
    }

    @Test
    void keepsNothingWhereTheRuleIsOff() {
        busyAnna(LastAgent.OFF);

        assertThat(offered(centre.on(answerTo("answer", "question")))).containsExactly("bert");
    }

    private void answered(String name, String agent) {
        centre.on(Centre.agent(agent, 1));
        centre.goesOnQueue(agent);
        centre.on(mail(name));
        for (var interaction : List.of("one", name)) {
            centre.accepts(agent, interaction);
            centre.closes(agent, interaction);
        }
    }

    private void answeredByAnna(LastAgent rule) {
        centre.on(MailPlacingTest.rules(null, false, false, false, rule));
        centre.on(mail("question"));
        centre.accepts("anna", "question");
        centre.closes("anna", "question");
    }

    /** Anna has no room, bert has. */
    private void busyAnna(LastAgent rule) {
        answeredByAnna(rule);
        centre.on(mail("other"));
        centre.accepts("anna", "other");
        centre.on(Centre.agent("bert", 1));
        centre.goesOnQueue("bert");
    }

    private static InteractionQueued queued(List<RoutingEvent> events) {
        return only(InteractionQueued.class, events).getFirst();
    }
}
