package org.postroom.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.configuration.SignatureOn;
import org.postroom.events.configuration.SignaturePlacement;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplySent;
import org.postroom.runtime.message.MessageStore;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@PostroomIT
class SignatureIT {

    private final EventLog replies = EventLog.of(Topics.REPLY_EVENTS);

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
    void givesTheSignatureToTheEditorAndAddsNoneItself() throws Exception {
        Centre centre = Centre.ready(store);
        centre.sign(SignaturePlacement.EDITOR, SignatureOn.EVERY_MAIL, "Acme & Söhne");
        String interactionId = centre.interactionHandledBy(Centre.AGENT);

        JsonNode draft = await("the draft with the organisation's name")
                .atMost(Centre.PATIENCE)
                .ignoreExceptions()
                .until(
                        () -> draft(centre, interactionId),
                        begun -> begun.path("signatureText").asString("").contains("Söhne"));

        assertThat(draft.get("signatureText").asString()).isEqualTo("Ada Lovelace for Jürgen Weiss\nAcme & Söhne");
        assertThat(draft.get("signatureHtml").asString()).contains("Acme &amp; S");
        assertThat(draft.get("history").asString()).isEqualTo("ALWAYS");
        assertThat(draft.get("from").asString()).isEqualTo("Acme Support <help@" + centre.domainName + ">");
        String replyId = desk.reply(centre, interactionId, Map.of("text", "Hallo"));
        ReplyComposed composed =
                replies.await(ReplyComposed.class, event -> event.getReplyId().equals(replyId));
        assertThat(composed.getSignatureIncluded()).isFalse();
        Centre other = Centre.ready(store);
        String path = "/api/interactions/" + interactionId + "/draft";
        assertThat(desk.manage(Desk.token(Centre.AGENT, other), "GET", path, null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(desk.manage(centre, "GET", path, null).statusCode()).isEqualTo(403);
    }

    @Test
    void signsOnlyOurFirstMailOfAConversationWhereThatIsWished() throws Exception {
        Centre centre = Centre.ready(store);
        centre.sign(SignaturePlacement.UNSEEN, SignatureOn.FIRST_OF_CONVERSATION, "Acme");
        String interactionId = centre.interactionHandledBy(Centre.AGENT);
        String first = desk.reply(centre, interactionId, Map.of("text", "Eins"));
        replies.await(ReplySent.class, event -> event.getReplyId().equals(first));
        String second = desk.reply(centre, interactionId, Map.of("text", "Zwei"));

        assertThat(signed(first)).isTrue();
        assertThat(signed(second)).isFalse();
    }

    private boolean signed(String replyId) {
        return replies.await(ReplyComposed.class, event -> event.getReplyId().equals(replyId))
                .getSignatureIncluded();
    }

    private JsonNode draft(Centre centre, String interactionId) throws Exception {
        return Desk.json(desk.manage(
                Desk.token(Centre.AGENT, centre), "GET", "/api/interactions/" + interactionId + "/draft", null));
    }
}
