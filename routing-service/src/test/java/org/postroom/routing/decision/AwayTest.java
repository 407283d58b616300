package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.routing.decision.Centre.mail;
import static org.postroom.routing.decision.Centre.names;
import static org.postroom.routing.decision.Centre.offered;
import static org.postroom.routing.decision.Centre.only;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postroom.routing.decision.RoutingEvent.AgentStatusChanged;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.presence.AgentStatus;
import org.postroom.routing.presence.StatusReason;

class AwayTest {

    private final Centre centre = Centre.open().withAgentOnQueue("anna");

    @ParameterizedTest
    @EnumSource(names = {"AWAY", "BUSY", "BREAK", "MEAL", "MEETING", "TRAINING"})
    void takesNoWorkAndGivesOffersBackForWhateverReason(AgentStatus why) {
        centre.on(mail("question"));

        var events = centre.is("anna", why);

        assertThat(only(AgentStatusChanged.class, events))
                .containsExactly(
                        new AgentStatusChanged(new AgentId("anna"), why, AgentStatus.ON_QUEUE, StatusReason.REQUESTED));
        assertThat(names(events)).containsExactly("AgentStatusChanged", "InteractionQueued");
        assertThat(centre.is("anna", why)).isEmpty();
        assertThat(offered(centre.on(mail("next")))).isEmpty();
        assertThat(offered(centre.goesOnQueue("anna"))).containsExactly("anna");
    }

    @Test
    void keepsWhatIsInHand() {
        centre.on(mail("question"));
        centre.accepts("anna", "question");

        assertThat(names(centre.is("anna", AgentStatus.MEETING))).containsExactly("AgentStatusChanged");
        assertThat(names(centre.is("anna", AgentStatus.MEAL))).containsExactly("AgentStatusChanged");
        assertThat(names(centre.goesOffQueue("anna"))).containsExactly("AgentStatusChanged");
        assertThat(names(centre.closes("anna", "question")))
                .containsExactly("InteractionSegmentEnded", "InteractionClosed");
    }

    @Test
    void cannotBeSaidOfAnOfferThatWasMissedNorToAnEarlierVersion() {
        var before = Centre.open(2).withAgentOnQueue("anna");

        assertThat(names(centre.is("anna", AgentStatus.NOT_RESPONDING))).containsExactly("RoutingCommandRejected");
        assertThat(names(before.is("anna", AgentStatus.AWAY))).containsExactly("RoutingCommandRejected");
    }
}
