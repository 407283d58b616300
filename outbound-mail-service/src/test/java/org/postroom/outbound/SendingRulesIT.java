package org.postroom.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.common.RecordPurpose;
import org.postroom.events.common.RecordStatus;
import org.postroom.events.common.SendingWay;
import org.postroom.events.common.UnverifiedSending;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.domain.OrganisationResumed;
import org.postroom.events.domain.OrganisationSuspended;
import org.postroom.events.reply.ReplyDeferred;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.events.reply.ReplySent;
import org.postroom.local.mailbox.DeliveredMail;
import org.postroom.runtime.message.MessageStore;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostroomIT
class SendingRulesIT {

    private static final Map<String, ?> ANSWER = Map.of("text", "Bitte den Schalter drücken.");

    private final EventLog replies = EventLog.of(Topics.REPLY_EVENTS);

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
    void holdsAReplyWhileItsDomainMayNotSendAndShowsIt() throws Exception {
        Centre centre = Centre.ready(store);
        centre.fail();
        awaitStanding(centre, "FAILED");

        String replyId = desk.reply(centre, centre.interactionHandledBy(Centre.AGENT), ANSWER);

        ReplyDeferred deferred =
                replies.await(ReplyDeferred.class, event -> event.getReplyId().equals(replyId));
        assertThat(deferred.getAttempts()).isZero();
        assertThat(deferred.getReason()).contains("verified for sending", centre.domainName);
        var held = Desk.json(desk.manage(centre, "GET", "/api/held-replies", null));
        assertThat(held).hasSize(1);
        assertThat(held.get(0).get("replyId").asString()).isEqualTo(replyId);
        Centre other = Centre.configured(store);
        assertThat(desk.manage(other, "GET", "/api/held-replies", null).body()).isEqualTo("[]");

        centre.verify();

        replies.await(ReplySent.class, event -> event.getReplyId().equals(replyId));
        assertThat(replies.all(ReplyDeferred.class).stream()
                        .filter(event -> event.getReplyId().equals(replyId)))
                .hasSize(1);
    }

    @Test
    void sendsFromTheSystemDomainWhereThatIsWished() throws Exception {
        Centre centre = Centre.ready(store);
        String system = centre.addSystemDomain();
        centre.use(SendingWay.PLATFORM, null, UnverifiedSending.SYSTEM_DOMAIN);
        centre.fail();
        awaitStanding(centre, "FAILED");

        String replyId = desk.reply(centre, centre.interactionHandledBy(Centre.AGENT), ANSWER);

        ReplySent sent =
                replies.await(ReplySent.class, event -> event.getReplyId().equals(replyId));
        DeliveredMail mail = mailTo(centre.customer);
        assertThat(mail.header("From")).hasValue("Acme Support <help@" + system + ">");
        assertThat(mail.header("Reply-To")).hasValue("help@" + centre.domainName);
        assertThat(mail.sender()).isEqualTo("help@" + system);
        assertThat(sent.getDkimSelectors()).containsExactly("postroom-platform1");
    }

    @Test
    void refusesWhereThatIsWished() throws Exception {
        Centre centre = Centre.ready(store);
        centre.use(SendingWay.PLATFORM, null, UnverifiedSending.REFUSE);
        centre.fail();
        awaitStanding(centre, "FAILED");

        String replyId = desk.reply(centre, centre.interactionHandledBy(Centre.AGENT), ANSWER);

        ReplyFailed failed =
                replies.await(ReplyFailed.class, event -> event.getReplyId().equals(replyId));
        assertThat(failed.getEnhancedStatus()).isEqualTo("5.7.1");
    }

    @Test
    void sendsBouncesToTheProvenSubdomain() throws Exception {
        Centre centre = Centre.ready(store);
        centre.found(RecordPurpose.MAIL_FROM_MX, "bounce." + centre.domainName, RecordStatus.OK);
        centre.found(RecordPurpose.MAIL_FROM_SPF, "bounce." + centre.domainName, RecordStatus.OK);
        await("the news to arrive")
                .atMost(Centre.PATIENCE)
                .until(() -> database.sql(
                                        "select count(*) from sending_domain where domain_id = :domain and mail_from_mx and mail_from_spf")
                                .param("domain", centre.domainId)
                                .query(Integer.class)
                                .single()
                        == 1);

        desk.reply(centre, centre.interactionHandledBy(Centre.AGENT), ANSWER);

        assertThat(mailTo(centre.customer).sender()).isEqualTo("help@bounce." + centre.domainName);
    }

    @Test
    void holdsEverythingOfASuspendedOrganisationUntilItGoesOn() throws Exception {
        Centre centre = Centre.ready(store);
        centre.fail();
        awaitStanding(centre, "FAILED");
        String replyId = desk.reply(centre, centre.interactionHandledBy(Centre.AGENT), ANSWER);
        replies.await(ReplyDeferred.class, event -> event.getReplyId().equals(replyId));

        centre.publish(
                Topics.DOMAIN_EVENTS,
                OrganisationSuspended.newBuilder()
                        .setOrganisationId(centre.organisationId)
                        .setReason("unpaid")
                        .setSuspendedBy("operator")
                        .setOccurredAt(Centre.now())
                        .build());
        centre.verify();
        awaitStanding(centre, "VERIFIED");

        await("the new reason")
                .atMost(Centre.PATIENCE)
                .until(() -> database.sql(
                                        "select count(*) from waiting_reply where reply_id = :reply and reason like '%unpaid'")
                                .param("reply", replyId)
                                .query(Integer.class)
                                .single()
                        == 1);
        centre.publish(
                Topics.DOMAIN_EVENTS,
                OrganisationResumed.newBuilder()
                        .setOrganisationId(centre.organisationId)
                        .setResumedBy("operator")
                        .setOccurredAt(Centre.now())
                        .build());
        replies.await(ReplySent.class, event -> event.getReplyId().equals(replyId));
    }

    @Test
    void failsWhatIsHeldWhenTheDomainIsRemoved() throws Exception {
        Centre centre = Centre.ready(store);
        centre.fail();
        awaitStanding(centre, "FAILED");
        String replyId = desk.reply(centre, centre.interactionHandledBy(Centre.AGENT), ANSWER);
        replies.await(ReplyDeferred.class, event -> event.getReplyId().equals(replyId));

        centre.publish(
                Topics.DOMAIN_EVENTS,
                DomainRemoved.newBuilder()
                        .setOrganisationId(centre.organisationId)
                        .setDomainId(centre.domainId)
                        .setDomainName(centre.domainName)
                        .setRemovedBy("admin")
                        .setOccurredAt(Centre.now())
                        .build());
        WaitingReplies.waitedForAnHour(database, replyId);

        replies.await(ReplyFailed.class, event -> event.getReplyId().equals(replyId));
        assertThat(rows("dkim_key", centre)).isZero();
    }

    @Test
    void keepsNothingOfARemovedOrganisation() throws Exception {
        Centre centre = Centre.ready(store);
        String sentId = desk.reply(centre, centre.interactionHandledBy(Centre.AGENT), ANSWER);
        replies.await(ReplySent.class, event -> event.getReplyId().equals(sentId));
        centre.fail();
        awaitStanding(centre, "FAILED");
        String heldId = desk.reply(centre, centre.interactionHandledBy(Centre.AGENT), ANSWER);
        replies.await(ReplyDeferred.class, event -> event.getReplyId().equals(heldId));

        centre.publish(
                Topics.DOMAIN_EVENTS,
                OrganisationRemoved.newBuilder()
                        .setOrganisationId(centre.organisationId)
                        .setRemovedBy("operator")
                        .setOccurredAt(Centre.now())
                        .build());

        ReplyFailed failed =
                replies.await(ReplyFailed.class, event -> event.getReplyId().equals(heldId));
        assertThat(failed.getReason()).contains("removed");
        await("nothing to be left")
                .atMost(Centre.PATIENCE)
                .untilAsserted(() -> assertThat(List.of(
                                "interaction",
                                "conversation_mail",
                                "reply",
                                "composed_reply",
                                "waiting_reply",
                                "sending_domain",
                                "dkim_key",
                                "smtp_server",
                                "outgoing_reply",
                                "delivery",
                                "delivery_recipient"))
                        .allSatisfy(table ->
                                assertThat(rows(table, centre)).as(table).isZero()));
    }

    private void awaitStanding(Centre centre, String standing) {
        await("the domain to be " + standing)
                .atMost(Centre.PATIENCE)
                .until(() -> database.sql(
                                        "select count(*) from sending_domain where domain_id = :domain and standing = :standing")
                                .param("domain", centre.domainId)
                                .param("standing", standing)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private int rows(String table, Centre centre) {
        return database.sql("select count(*) from " + table + " where organisation_id = :organisation")
                .param("organisation", centre.organisationId)
                .query(Integer.class)
                .single();
    }

    private static DeliveredMail mailTo(String address) {
        return org.awaitility.Awaitility.await()
                .atMost(Centre.PATIENCE)
                .until(() -> Parts.mailbox().mailbox().to(address), mails -> mails.size() == 1)
                .getFirst();
    }
}
