package org.postroom.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.postroom.events.agent.AgentStatusChanged;
import org.postroom.events.common.AgentStatus;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.interaction.InteractionReopened;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.local.chaos.DeskWork.Accept;
import org.postroom.local.chaos.DeskWork.Answer;
import org.postroom.local.chaos.DeskWork.Close;
import org.postroom.local.chaos.DeskWork.GoOnQueue;

class DeskWorkTest {

    private static final Instant NOW = Instant.parse("2026-11-27T14:03:12Z");

    private final DeskWork work = new DeskWork(Set.of("anna"));

    @Test
    void acceptsWhatIsOfferedAndAnswersWhatIsHeld() {
        work.follow(offered("anna"));
        assertThat(work.due(NOW)).containsExactly(new Accept("i1", "anna"));

        work.follow(accepted("anna"));
        assertThat(work.due(NOW)).containsExactly(new Answer("i1", "anna"));

        work.follow(requested());
        assertThat(work.due(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void asksAgainAfterAWhileForWhatHasNotComeAbout() {
        work.follow(offered("anna"));

        assertThat(work.due(NOW)).hasSize(1);
        assertThat(work.due(NOW.plusSeconds(1))).isEmpty();
        assertThat(work.due(NOW.plusSeconds(4))).hasSize(1);
    }

    @Test
    void closesWhatComesBackAndForgetsWhatIsClosed() {
        var back = new InteractionReopened();
        back.setInteractionId("i1");
        back.setAgentId("anna");
        work.follow(back);
        assertThat(work.due(NOW)).containsExactly(new Close("i1", "anna"));

        var closed = new InteractionClosed();
        closed.setInteractionId("i1");
        work.follow(closed);
        assertThat(work.due(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void goesOnQueueAgainWhenRoutingTookItOff() {
        work.follow(status(AgentStatus.NOT_RESPONDING));
        assertThat(work.due(NOW)).containsExactly(new GoOnQueue("anna"));
        assertThat(work.due(NOW.plusSeconds(4))).hasSize(1);

        work.follow(status(AgentStatus.ON_QUEUE));
        assertThat(work.due(NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void leavesOtherAgentsAlone() {
        work.follow(offered("gina"));

        assertThat(work.due(NOW)).isEmpty();
    }

    private static SpecificRecord status(AgentStatus status) {
        var event = new AgentStatusChanged();
        event.setAgentId("anna");
        event.setStatus(status);
        return event;
    }

    private static SpecificRecord offered(String agent) {
        var event = new InteractionOffered();
        event.setInteractionId("i1");
        event.setAgentId(agent);
        return event;
    }

    private static SpecificRecord accepted(String agent) {
        var event = new InteractionAccepted();
        event.setInteractionId("i1");
        event.setAgentId(agent);
        return event;
    }

    private static SpecificRecord requested() {
        var event = new ReplyRequested();
        event.setInteractionId("i1");
        return event;
    }
}
