package org.postroom.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.common.RecordPurpose;
import org.postroom.events.common.RecordStatus;
import org.postroom.events.domain.DkimKeyActivated;
import org.postroom.events.domain.DkimKeyIssued;
import org.postroom.events.domain.DkimKeyRetired;
import org.postroom.events.reply.ReplySent;
import org.postroom.runtime.message.MessageStore;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@PostroomIT
class DkimKeysIT {

    private final EventLog domains = EventLog.of(Topics.DOMAIN_EVENTS);
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
    void letsTheKeyInWaitingTakeOverOnlyOnceItsRecordIsFound() throws Exception {
        Centre centre = Centre.ready(store);
        issued(centre, "postroom1");
        issued(centre, "postroom2");
        issued(centre, "postroom-ed1");

        var early = desk.manage(centre, "POST", rotations(centre), null);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("postroom2._domainkey." + centre.domainName);
        centre.found(RecordPurpose.DKIM, "postroom2._domainkey." + centre.domainName, RecordStatus.OK);
        await("the rotation to be possible")
                .atMost(Centre.PATIENCE)
                .until(() ->
                        desk.manage(centre, "POST", rotations(centre), null).statusCode() == 202);

        DkimKeyActivated activated = domains.await(
                DkimKeyActivated.class,
                event -> event.getDomainId().equals(centre.domainId)
                        && event.getSelector().equals("postroom2"));
        assertThat(activated.getPreviousSelector()).isEqualTo("postroom1");
        issued(centre, "postroom3");
        domains.await(
                DkimKeyRetired.class,
                event -> event.getDomainId().equals(centre.domainId)
                        && event.getSelector().equals("postroom1"));
        assertThat(state(centre, "postroom1")).isEqualTo("RETIRED");
        assertThat(state(centre, "postroom2")).isEqualTo("ACTIVE");
        assertThat(state(centre, "postroom3")).isEqualTo("STANDBY");
    }

    @Test
    void signsTwiceOnceTheSecondKeyIsPublished() throws Exception {
        Centre centre = Centre.ready(store);
        centre.found(RecordPurpose.DKIM, "postroom-ed1._domainkey." + centre.domainName, RecordStatus.OK);
        domains.await(
                DkimKeyActivated.class,
                event -> event.getDomainId().equals(centre.domainId)
                        && event.getSelector().equals("postroom-ed1"));

        String replyId = desk.reply(centre, centre.interactionHandledBy(Centre.AGENT), Map.of("text", "Hallo"));

        ReplySent sent =
                replies.await(ReplySent.class, event -> event.getReplyId().equals(replyId));
        assertThat(sent.getDkimSelectors()).containsExactly("postroom1", "postroom-ed1");
    }

    @Test
    void showsKeysOnlyToTheirOrganisation() throws Exception {
        Centre centre = Centre.ready(store);
        Centre other = Centre.ready(store);
        issued(centre, "postroom-ed1");

        assertThat(desk.manage(other, "GET", keys(centre), null).statusCode()).isEqualTo(404);
        assertThat(desk.manage(other, "POST", rotations(centre), null).statusCode())
                .isEqualTo(404);
        String agent = Desk.token(Centre.AGENT, centre);
        assertThat(desk.manage(agent, "GET", keys(centre), null).statusCode()).isEqualTo(403);
        assertThat(desk.manage(agent, "POST", rotations(centre), null).statusCode())
                .isEqualTo(403);
        assertThat(desk.manage(centre, "GET", keys(centre), null).body()).doesNotContain("private");
    }

    @Test
    void showsThePlatformsRecordToItsOperatorOnly() throws Exception {
        Centre centre = Centre.configured(store);
        String operator = Parts.identity().token("operator", centre.organisationId, "installation:operate");

        var record = Desk.json(desk.manage(operator, "GET", "/api/platform/dkim-key", null));

        assertThat(record.get("name").asString()).isEqualTo("postroom-platform1._domainkey.postroom.test");
        assertThat(record.get("value").asString()).startsWith("v=DKIM1; k=rsa; p=");
        assertThat(desk.manage(centre, "GET", "/api/platform/dkim-key", null).statusCode())
                .isEqualTo(403);
    }

    private void issued(Centre centre, String selector) {
        domains.await(
                DkimKeyIssued.class,
                event -> event.getDomainId().equals(centre.domainId)
                        && event.getSelector().equals(selector));
    }

    private String state(Centre centre, String selector) throws Exception {
        for (JsonNode key : Desk.json(desk.manage(centre, "GET", keys(centre), null))) {
            if (key.get("selector").asString().equals(selector)) {
                return key.get("state").asString();
            }
        }
        return "none";
    }

    private static String keys(Centre centre) {
        return "/api/domains/" + centre.domainId + "/dkim-keys";
    }

    private static String rotations(Centre centre) {
        return "/api/domains/" + centre.domainId + "/dkim-rotations";
    }
}
