package org.postroom.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.common.SendingWay;
import org.postroom.events.common.UnverifiedSending;
import org.postroom.events.domain.SmtpServerConfigured;
import org.postroom.events.domain.SmtpServerRemoved;
import org.postroom.events.reply.ReplyDeferred;
import org.postroom.events.reply.ReplySent;
import org.postroom.runtime.message.MessageStore;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostroomIT
class OwnServerIT {

    private static final String SERVERS = "/api/smtp-servers";

    private final EventLog replies = EventLog.of(Topics.REPLY_EVENTS);
    private final EventLog domains = EventLog.of(Topics.DOMAIN_EVENTS);

    @Autowired
    private MessageStore store;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private Desk desk;

    @BeforeEach
    void openDesk() {
        desk = new Desk(port);
    }

    @Test
    void sendsTheWholeMailThroughTheServerThatTheDomainNames() throws Exception {
        Centre centre = Centre.ready(store);
        String serverId = add(centre, playground());
        centre.use(SendingWay.CUSTOM_SMTP, serverId, UnverifiedSending.HOLD);
        centre.verify();
        awaitWay(centre);

        String replyId = desk.reply(centre, centre.interactionHandledBy(Centre.AGENT), Map.of("text", ".Hallo"));

        ReplySent sent =
                replies.await(ReplySent.class, event -> event.getReplyId().equals(replyId));
        assertThat(sent.getDeliveries())
                .hasSize(2)
                .allSatisfy(delivery -> assertThat(delivery.getServer())
                        .isEqualTo("127.0.0.1:" + Parts.mailbox().port()));
        var mail = Parts.mailbox().mailbox().to(centre.customer).getFirst();
        assertThat(mail.recipients()).contains(centre.customer, centre.auditor);
        assertThat(mail.text()).startsWith(".Hallo");
    }

    @Test
    void holdsTheMailWhileTheServerIsMissing() throws Exception {
        Centre centre = Centre.ready(store);
        centre.use(SendingWay.CUSTOM_SMTP, "gone", UnverifiedSending.HOLD);
        centre.verify();
        awaitWay(centre);

        String replyId = desk.reply(centre, centre.interactionHandledBy(Centre.AGENT), Map.of("text", "Hallo"));

        ReplyDeferred deferred =
                replies.await(ReplyDeferred.class, event -> event.getReplyId().equals(replyId));
        assertThat(deferred.getReason()).contains("SMTP server");
        String serverId = add(centre, playground());
        centre.use(SendingWay.CUSTOM_SMTP, serverId, UnverifiedSending.HOLD);
        replies.await(ReplySent.class, event -> event.getReplyId().equals(replyId));
    }

    @Test
    void keepsSecretsToItself() throws Exception {
        Centre centre = Centre.ready(store);
        Map<String, Object> server = playground();
        server.putAll(Map.of("authentication", "PASSWORD", "userName", "postroom", "password", "s3cret-word"));

        String serverId = add(centre, server);

        var shown = desk.manage(centre, "GET", SERVERS + "/" + serverId, null);
        assertThat(shown.body()).contains("\"passwordSet\":true").doesNotContain("s3cret");
        SmtpServerConfigured event = domains.await(
                SmtpServerConfigured.class,
                configured -> configured.getSmtpServerId().equals(serverId));
        assertThat(event.toString()).doesNotContain("s3cret").doesNotContain("\"postroom\"");
        byte[] stored = database.sql("select secret from smtp_server where smtp_server_id = :id")
                .param("id", serverId)
                .query(byte[].class)
                .single();
        assertThat(new String(stored, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("s3cret");
        server.putAll(Map.of("name", "renamed", "version", 1));
        server.remove("password");
        assertThat(desk.manage(centre, "PUT", SERVERS + "/" + serverId, server).statusCode())
                .isEqualTo(200);
        assertThat(desk.manage(centre, "PUT", SERVERS + "/" + serverId, server).statusCode())
                .as("a version that is not the present one")
                .isEqualTo(409);
        server.putAll(Map.of("host", "203.0.113.9", "version", 2));
        assertThat(desk.manage(centre, "PUT", SERVERS + "/" + serverId, server).statusCode())
                .as("a stored secret is not sent to another host")
                .isEqualTo(422);
    }

    @Test
    void removesAServerOnlyOnceNoDomainUsesIt() throws Exception {
        Centre centre = Centre.ready(store);
        String serverId = add(centre, playground());
        centre.use(SendingWay.CUSTOM_SMTP, serverId, UnverifiedSending.HOLD);
        awaitWay(centre);

        var refused = desk.manage(centre, "DELETE", SERVERS + "/" + serverId, null);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains(centre.domainName);

        centre.use(SendingWay.PLATFORM, null, UnverifiedSending.HOLD);
        await("the removal to be possible")
                .atMost(Centre.PATIENCE)
                .until(() -> desk.manage(centre, "DELETE", SERVERS + "/" + serverId, null)
                                .statusCode()
                        == 204);
        domains.await(
                SmtpServerRemoved.class, removed -> removed.getSmtpServerId().equals(serverId));
    }

    @Test
    void showsAndChangesServersOnlyOfTheCallersOrganisation() throws Exception {
        Centre centre = Centre.configured(store);
        Centre other = Centre.configured(store);
        String serverId = add(centre, playground());
        Map<String, Object> change = playground();
        change.put("version", 1);

        assertThat(desk.manage(other, "GET", SERVERS, null).body()).isEqualTo("[]");
        assertThat(List.of("GET", "DELETE"))
                .allSatisfy(method -> assertThat(desk.manage(other, method, SERVERS + "/" + serverId, null)
                                .statusCode())
                        .isEqualTo(404));
        assertThat(desk.manage(other, "PUT", SERVERS + "/" + serverId, change).statusCode())
                .isEqualTo(404);
        change.put("smtpServerId", serverId);
        assertThat(desk.manage(other, "POST", SERVERS + "/connection-tests", change)
                        .statusCode())
                .isEqualTo(404);
        String agent = Desk.token(Centre.AGENT, centre);
        assertThat(desk.manage(agent, "GET", SERVERS, null).statusCode()).isEqualTo(403);
        assertThat(Desk.json(desk.manage(centre, "GET", SERVERS, null))).hasSize(1);
    }

    @Test
    void triesAServerStepByStep() throws Exception {
        Centre centre = Centre.configured(store);
        Map<String, Object> server = playground();
        server.put("from", "help@" + centre.domainName);

        var tested = Desk.json(desk.manage(centre, "POST", SERVERS + "/connection-tests", server));

        assertThat(tested.get("ok").asBoolean()).isTrue();
        assertThat(tested.get("steps"))
                .extracting(step ->
                        step.get("step").asString() + " " + step.get("outcome").asString())
                .containsExactly(
                        "RESOLVE OK",
                        "CONNECT OK",
                        "GREETING OK",
                        "TLS SKIPPED",
                        "AUTHENTICATE SKIPPED",
                        "SENDER OK",
                        "QUIT OK");
    }

    private static Map<String, Object> playground() {
        return new HashMap<>(Map.of(
                "name",
                "Our relay",
                "host",
                "127.0.0.1",
                "port",
                Parts.mailbox().port(),
                "tls",
                "NONE",
                "authentication",
                "NONE",
                "connectionLimit",
                2));
    }

    private String add(Centre centre, Map<String, Object> server) throws Exception {
        var answer = desk.manage(centre, "POST", SERVERS, server);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Desk.json(answer).get("id").asString();
    }

    private void awaitWay(Centre centre) {
        await("the new way to be known")
                .atMost(Centre.PATIENCE)
                .until(() -> database.sql(
                                        "select count(*) from sending_domain where domain_id = :domain and sending_way = 'CUSTOM_SMTP'")
                                .param("domain", centre.domainId)
                                .query(Integer.class)
                                .single()
                        == 1);
    }
}
