package org.postroom.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.interaction.InteractionParked;
import org.postroom.events.interaction.InteractionUnparked;
import org.postroom.events.interaction.UnparkReason;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.runtime.message.MessageStore;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@PostroomIT
class ReplyDeskIT {

    private static final Map<String, ?> ANSWER = Map.of("text", "Please press the switch.");

    @Autowired
    private MessageStore store;

    @LocalServerPort
    private int port;

    private Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(port);
    }

    @Test
    void takesOneReplyForOneHandling() throws Exception {
        Centre centre = Centre.ready(store);
        String interactionId = centre.interactionHandledBy(Centre.AGENT);
        desk.reply(centre, interactionId, ANSWER);

        var second = desk.post(Desk.token(Centre.AGENT, centre), interactionId, ANSWER, null);

        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("already on its way");
    }

    @Test
    void refusesAnAgentWhoDoesNotHandleTheInteraction() throws Exception {
        Centre centre = Centre.ready(store);
        String interactionId = known(centre);

        var answer = desk.post(Desk.token("another", centre), interactionId, ANSWER, null);

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("expected an interaction that you handle");
    }

    @Test
    void takesNoReplyToWhatIsParkedUntilItsAgentResumesIt() throws Exception {
        Centre centre = Centre.ready(store);
        String interactionId = known(centre);
        String token = Desk.token(Centre.AGENT, centre);

        interactionEvent(
                centre,
                new InteractionParked(
                        centre.organisationId,
                        interactionId,
                        Centre.AGENT,
                        Centre.now().plusSeconds(60),
                        Centre.now()));
        await("the parked interaction to take no reply").atMost(Centre.PATIENCE).untilAsserted(() -> {
            var refused = desk.post(token, interactionId, Map.of("text", " "), null);
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.body()).contains("nobody handles this one");
        });

        interactionEvent(
                centre,
                new InteractionUnparked(
                        centre.organisationId, interactionId, Centre.AGENT, UnparkReason.RESUMED, 1L, Centre.now()));
        await("the resumed interaction to take a reply")
                .atMost(Centre.PATIENCE)
                .until(() -> desk.post(token, interactionId, ANSWER, "once").statusCode() == 202);
    }

    private static void interactionEvent(Centre centre, SpecificRecord event) {
        EventLog.publish(Topics.INTERACTION_EVENTS, centre.organisationId, event);
    }

    @Test
    void showsNothingToAnotherOrganisation() throws Exception {
        Centre centre = Centre.ready(store);
        Centre stranger = Centre.ready(store);
        String interactionId = known(centre);
        desk.reply(centre, interactionId, ANSWER);
        String strangersToken = Desk.token(Centre.AGENT, stranger);

        assertThat(desk.get(strangersToken, interactionId).statusCode()).isEqualTo(404);
        assertThat(desk.post(strangersToken, interactionId, ANSWER, null).statusCode())
                .isEqualTo(404);
    }

    @Test
    void refusesAUserWithoutThePermission() throws Exception {
        Centre centre = Centre.ready(store);
        String interactionId = known(centre);
        String token = Parts.identity().token(Centre.AGENT, centre.organisationId, "routing:supervise");

        assertThat(desk.post(token, interactionId, ANSWER, null).statusCode()).isEqualTo(403);
        assertThat(desk.get(token, interactionId).statusCode()).isEqualTo(403);
    }

    @Test
    void namesTheFieldThatBreaksARule() throws Exception {
        Centre centre = Centre.ready(store);
        String interactionId = known(centre);
        String token = Desk.token(Centre.AGENT, centre);

        var empty = desk.post(token, interactionId, Map.of("text", " "), null);
        var wrong = desk.post(
                token, interactionId, Map.of("text", "Hi", "recipients", List.of(Map.of("address", "nobody"))), null);

        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("\"field\":\"text\"");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"field\":\"recipients[0].address\"");
    }

    @Test
    void givesARepeatedRequestTheSameReply() throws Exception {
        Centre centre = Centre.ready(store);
        String interactionId = known(centre);
        String token = Desk.token(Centre.AGENT, centre);

        var first = desk.post(token, interactionId, ANSWER, "key-1");
        var second = desk.post(token, interactionId, ANSWER, "key-1");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        await().atMost(Centre.PATIENCE)
                .untilAsserted(() -> assertThat(EventLog.of(Topics.REPLY_EVENTS).all(ReplyRequested.class).stream()
                                .filter(event -> event.getInteractionId().equals(interactionId)))
                        .hasSize(1));
    }

    @Test
    void showsHowFarTheReplyHasComeWithoutItsHiddenRecipients() throws Exception {
        Centre centre = Centre.ready(store);
        String interactionId = known(centre);
        String replyId = desk.reply(centre, interactionId, ANSWER);

        await().atMost(Centre.PATIENCE)
                .untilAsserted(() -> assertThat(desk.replies(centre, interactionId)
                                .get(0)
                                .get("state")
                                .asString())
                        .isEqualTo("SENT"));

        var reply = desk.replies(centre, interactionId).get(0);
        assertThat(reply.get("replyId").asString()).isEqualTo(replyId);
        assertThat(reply.get("messageId").asString()).isEqualTo(replyId + "@" + centre.domainName);
        assertThat(reply.toString()).contains(centre.customer).doesNotContain(centre.auditor);
    }

    private String known(Centre centre) throws Exception {
        String interactionId = centre.interactionHandledBy(Centre.AGENT);
        String token = Desk.token(Centre.AGENT, centre);
        await().atMost(Centre.PATIENCE)
                .until(() -> desk.get(token, interactionId).statusCode() == 200
                        && desk.post(token, interactionId, Map.of("text", ""), null)
                                        .statusCode()
                                == 422);
        return interactionId;
    }
}
