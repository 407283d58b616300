package org.postroom.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.impl.DNSPublicKeyRecordRetriever;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyDeferred;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.reply.ReplyUncertain;
import org.postroom.local.mailbox.DeliveredMail;
import org.postroom.local.mailbox.MailboxFaults;
import org.postroom.runtime.message.MessageStore;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.xbill.DNS.SimpleResolver;

@PostroomIT
class ReplyPathIT {

    private static final Map<String, ?> ANSWER = Map.of("text", "Bitte den Schalter drücken.");
    private static final Duration QUIET = Duration.ofSeconds(2);

    @Autowired
    private MessageStore store;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    private Desk desk;
    private final EventLog replies = EventLog.of(Topics.REPLY_EVENTS);

    @BeforeEach
    void openDesk() {
        desk = new Desk(port);
    }

    @AfterEach
    void switchFaultsOff() {
        Parts.mailbox().faults().clear();
    }

    @Test
    void deliversTheReplyToTheCustomerAndToTheHiddenRecipient() throws Exception {
        Centre centre = Centre.ready(store);
        centre.publishDkimRecord();
        String interactionId = centre.interactionHandledBy(Centre.AGENT);

        String replyId = desk.reply(centre, interactionId, ANSWER);

        ReplySent sent =
                replies.await(ReplySent.class, event -> event.getReplyId().equals(replyId));
        DeliveredMail mail = onlyMailTo(centre.customer);
        assertThat(mail.sender()).isEqualTo("help@" + centre.domainName);
        assertThat(mail.header("From")).hasValue("Acme Support <help@" + centre.domainName + ">");
        assertThat(mail.header("To")).hasValueSatisfying(to -> assertThat(to).contains(centre.customer));
        assertThat(mail.header("Reply-To")).hasValue("help@" + centre.domainName);
        assertThat(mail.header("Subject")).hasValue("Re: Läuft nicht");
        assertThat(mail.header("Message-ID")).hasValue("<" + replyId + "@" + centre.domainName + ">");
        assertThat(mail.header("In-Reply-To")).hasValue("<" + centre.customersMessageId() + ">");
        assertThat(mail.header("References"))
                .hasValueSatisfying(references -> assertThat(references.split("\\s+"))
                        .containsExactly("<earlier@customer.test>", "<" + centre.customersMessageId() + ">"));
        assertThat(mail.text())
                .contains("Bitte den Schalter drücken.", "-- ", "Ada Lovelace")
                .contains("On Sat, 21 Nov 2026 at 10:15 UTC, Jürgen Weiss wrote:", "> Die Pumpe läuft nicht.");
        assertThat(mail.html()).contains("<b>Acme</b>", "<blockquote");
        assertThat(onlyMailTo(centre.auditor).header("Message-ID")).isEqualTo(mail.header("Message-ID"));
        assertThat(new String(raw(mail), StandardCharsets.US_ASCII))
                .doesNotContain(centre.auditor)
                .doesNotContainIgnoringCase("bcc:");
        assertThat(sent.getDkimSelectors()).containsExactly("postroom1");
        assertThat(sent.getDeliveries())
                .hasSize(2)
                .allSatisfy(delivery -> assertThat(delivery.getAnswer()).startsWith("250"));
        assertThat(verifiedSigner(raw(mail))).isEqualTo(centre.domainName);
    }

    @Test
    void failsTheReplyWithTheServersWordsWhenTheCustomersMailboxDoesNotExist() throws Exception {
        Centre centre = Centre.ready(store);
        refuse(centre.customer, 550, "5.1.1 no such mailbox here", 0);
        String interactionId = centre.interactionHandledBy(Centre.AGENT);

        String replyId = desk.reply(centre, interactionId, ANSWER);

        ReplyFailed failed =
                replies.await(ReplyFailed.class, event -> event.getReplyId().equals(replyId));
        assertThat(failed.getRecipients()).containsExactly(centre.customer);
        assertThat(failed.getEnhancedStatus()).isEqualTo("5.1.1");
        assertThat(failed.getReason()).contains("550", "no such mailbox here");
        await().atMost(Centre.PATIENCE)
                .untilAsserted(() -> assertThat(desk.replies(centre, interactionId)
                                .get(0)
                                .get("state")
                                .asString())
                        .isEqualTo("FAILED"));
    }

    @Test
    void triesAgainWhenTheServerAsksForItAndThenSends() throws Exception {
        Centre centre = Centre.ready(store);
        refuse(centre.customer, 451, "4.7.1 come back later", 1);
        String interactionId = centre.interactionHandledBy(Centre.AGENT);

        String replyId = desk.reply(centre, interactionId, ANSWER);

        replies.await(ReplySent.class, event -> event.getReplyId().equals(replyId));
        ReplyDeferred deferred =
                replies.await(ReplyDeferred.class, event -> event.getReplyId().equals(replyId));
        assertThat(deferred.getAttempts()).isEqualTo(1);
        assertThat(deferred.getReason()).contains("451", "come back later");
        assertThat(onlyMailTo(centre.customer).recipients()).contains(centre.customer);
        assertThat(Parts.mailbox().mailbox().to(centre.auditor)).hasSize(1);
    }

    @Test
    void reportsUncertaintyAndDoesNotRepeatWhenTheConnectionBreaksAfterTheWholeMail() throws Exception {
        Centre centre = Centre.ready(store);
        Parts.mailbox()
                .faults()
                .add(new MailboxFaults.Fault(centre.customer, MailboxFaults.Kind.DROP_AFTER_DATA, 0, "", 1));
        String interactionId = centre.interactionHandledBy(Centre.AGENT);

        String replyId = desk.reply(centre, interactionId, ANSWER);

        ReplyUncertain uncertain =
                replies.await(ReplyUncertain.class, event -> event.getReplyId().equals(replyId));
        assertThat(uncertain.getMessageId()).isEqualTo(replyId + "@" + centre.domainName);
        assertThat(uncertain.getRecipients()).containsExactly(centre.customer);
        await().during(QUIET).atMost(QUIET.multipliedBy(3)).untilAsserted(() -> {
            assertThat(Parts.mailbox().mailbox().to(centre.customer)).hasSizeLessThanOrEqualTo(1);
            assertThat(replies.all(ReplySent.class))
                    .noneMatch(event -> event.getReplyId().equals(replyId));
            assertThat(replies.all(ReplyDeferred.class))
                    .noneMatch(event -> event.getReplyId().equals(replyId));
        });
    }

    @Test
    void composesAndSendsOnceHoweverOftenTheEventsAreDelivered() throws Exception {
        Centre centre = Centre.ready(store);
        String interactionId = centre.interactionHandledBy(Centre.AGENT);
        String replyId = desk.reply(centre, interactionId, ANSWER);
        replies.await(ReplySent.class, event -> event.getReplyId().equals(replyId));

        again(replies.await(ReplyRequested.class, event -> event.getReplyId().equals(replyId)));
        again(replies.await(ReplyComposed.class, event -> event.getReplyId().equals(replyId)));
        String later = desk.reply(centre, centre.interactionHandledBy(Centre.AGENT), ANSWER);
        replies.await(ReplySent.class, event -> event.getReplyId().equals(later));

        await().during(QUIET).atMost(QUIET.multipliedBy(3)).untilAsserted(() -> {
            assertThat(replies.all(ReplySent.class).stream()
                            .filter(event -> event.getReplyId().equals(replyId)))
                    .hasSize(1);
            assertThat(mailsWithId(centre, replyId)).isEqualTo(1);
        });
    }

    @Test
    void refusesToSendForADomainThatIsNotVerified() throws Exception {
        Centre centre = Centre.configured(store);
        String interactionId = centre.interactionHandledBy(Centre.AGENT);

        String replyId = desk.reply(centre, interactionId, ANSWER);
        awaitDomain(centre);
        WaitingReplies.waitedForAnHour(database, replyId);

        ReplyFailed failed =
                replies.await(ReplyFailed.class, event -> event.getReplyId().equals(replyId));
        assertThat(failed.getEnhancedStatus()).isEqualTo("5.7.1");
        assertThat(failed.getReason()).contains("verified for sending", centre.domainName);
        assertThat(Parts.mailbox().mailbox().to(centre.customer)).isEmpty();
    }

    @Test
    void letsAReplyWaitForItsDomainAndNothingElseBehindIt() throws Exception {
        Centre late = Centre.configured(store);
        Centre ready = Centre.ready(store);
        String waiting = desk.reply(late, late.interactionHandledBy(Centre.AGENT), ANSWER);
        replies.await(ReplyComposed.class, event -> event.getReplyId().equals(waiting));

        String other = desk.reply(ready, ready.interactionHandledBy(Centre.AGENT), ANSWER);
        replies.await(ReplySent.class, event -> event.getReplyId().equals(other));
        assertThat(Parts.mailbox().mailbox().to(late.customer)).isEmpty();
        late.verify();

        replies.await(ReplySent.class, event -> event.getReplyId().equals(waiting));
        assertThat(replies.all(ReplyFailed.class))
                .noneMatch(event -> event.getReplyId().equals(waiting));
    }

    @Test
    void refusesForGoodADomainThatDoesNotExist() throws Exception {
        Centre centre = Centre.ready(store);
        String interactionId = centre.interactionHandledBy(Centre.AGENT);

        String replyId = desk.reply(
                centre,
                interactionId,
                Map.of(
                        "text",
                        "Hallo",
                        "recipients",
                        List.of(Map.of("address", "someone@nowhere.playground.test", "kind", "TO"))));

        ReplyFailed failed =
                replies.await(ReplyFailed.class, event -> event.getReplyId().equals(replyId));
        assertThat(failed.getEnhancedStatus()).isEqualTo("5.1.2");
    }

    private static void again(org.apache.avro.specific.SpecificRecord event) {
        switch (event) {
            case ReplyRequested requested ->
                EventLog.publish(
                        Topics.REPLY_EVENTS, requested.getOrganisationId(), requested.getInteractionId(), requested);
            case ReplyComposed composed ->
                EventLog.publish(
                        Topics.REPLY_EVENTS, composed.getOrganisationId(), composed.getInteractionId(), composed);
            default -> throw new IllegalArgumentException("expected an event of a reply, but got " + event);
        }
    }

    private static void refuse(String recipient, int code, String text, int times) {
        Parts.mailbox().faults().add(new MailboxFaults.Fault(recipient, MailboxFaults.Kind.REFUSE, code, text, times));
    }

    private void awaitDomain(Centre centre) {
        await("the domain to be known")
                .atMost(Centre.PATIENCE)
                .until(() -> database.sql("select count(*) from sending_domain where organisation_id = :organisation")
                                .param("organisation", centre.organisationId)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private static DeliveredMail onlyMailTo(String address) {
        return await().atMost(Centre.PATIENCE)
                .until(() -> Parts.mailbox().mailbox().to(address), mails -> mails.size() == 1)
                .getFirst();
    }

    private static long mailsWithId(Centre centre, String replyId) throws IOException {
        return Parts.mailbox().mailbox().to(centre.customer).stream()
                .filter(mail -> mail.header("Message-ID").orElse("").contains(replyId))
                .count();
    }

    private static byte[] raw(DeliveredMail mail) throws IOException {
        return Parts.mailbox().mailbox().raw(mail.id()).orElseThrow();
    }

    private static String verifiedSigner(byte[] raw) throws Exception {
        var resolver = new SimpleResolver("127.0.0.1");
        resolver.setPort(Parts.dns().port());
        var verifier = new DKIMVerifier(new DNSPublicKeyRecordRetriever(resolver));
        return verifier.verify(new ByteArrayInputStream(raw))
                .getFirst()
                .getDToken()
                .toString();
    }
}
