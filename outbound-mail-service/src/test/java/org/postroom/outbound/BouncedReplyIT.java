package org.postroom.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.email.DeliveryAction;
import org.postroom.events.email.DeliveryReported;
import org.postroom.events.email.ReportedRecipient;
import org.postroom.events.reply.ReplyBounced;
import org.postroom.events.reply.ReplySent;
import org.postroom.mail.LoopMark;
import org.postroom.runtime.message.MessageStore;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A server takes a reply, and reports later what became of it. */
@PostroomIT
class BouncedReplyIT {

    private static final Map<String, ?> ANSWER = Map.of("text", "Bitte den Schalter drücken.");

    @Autowired
    private MessageStore store;

    @LocalServerPort
    private int port;

    private final EventLog replies = EventLog.of(Topics.REPLY_EVENTS);
    private Desk desk;
    private Centre centre;
    private String interactionId;
    private String replyId;

    @BeforeEach
    void aReplyIsSent() throws Exception {
        desk = new Desk(port);
        centre = Centre.ready(store);
        interactionId = centre.interactionHandledBy(Centre.AGENT);
        replyId = desk.reply(centre, interactionId, ANSWER);
        replies.await(ReplySent.class, event -> event.getReplyId().equals(replyId));
    }

    @Test
    void showsTheReplyAsBouncedOnceAReportNamesItAndTellsItOnce() throws Exception {
        var report = report(messageId(), centre.customer, DeliveryAction.FAILED);
        centre.publish(Topics.EMAIL_EVENTS, report);
        centre.publish(Topics.EMAIL_EVENTS, report);
        centre.publish(Topics.EMAIL_EVENTS, report(messageId(), centre.customer, DeliveryAction.FAILED));

        ReplyBounced bounced =
                replies.await(ReplyBounced.class, event -> event.getReplyId().equals(replyId));
        assertThat(bounced.getInteractionId()).isEqualTo(interactionId);
        assertThat(bounced.getRecipients()).containsExactly(centre.customer);
        assertThat(bounced.getEnhancedStatus()).isEqualTo("5.1.1");
        assertThat(bounced.getReason()).isEqualTo("550 5.1.1 no such user");
        await().atMost(Centre.PATIENCE).untilAsserted(() -> {
            var shown = desk.replies(centre, interactionId).get(0);
            assertThat(shown.get("state").asString()).isEqualTo("BOUNCED");
            assertThat(shown.get("reason").asString()).isEqualTo("550 5.1.1 no such user");
            assertThat(shown.get("bouncedRecipients").get(0).asString()).isEqualTo(centre.customer);
        });
        assertThatOnlyThisBounced();
    }

    @Test
    void takesNoReportAtItsWordThatNamesNobodyTheReplyWasSentTo() {
        centre.publish(Topics.EMAIL_EVENTS, report(messageId(), "somebody@else.test", DeliveryAction.FAILED));
        centre.publish(Topics.EMAIL_EVENTS, report(messageId(), centre.auditor, DeliveryAction.FAILED));
        centre.publish(Topics.EMAIL_EVENTS, report(messageId(), centre.customer, DeliveryAction.DELAYED));
        Centre another = Centre.ready(store);
        another.publish(
                Topics.EMAIL_EVENTS,
                DeliveryReported.newBuilder(report(messageId(), centre.customer, DeliveryAction.FAILED))
                        .setOrganisationId(another.organisationId)
                        .build());

        centre.publish(Topics.EMAIL_EVENTS, report(messageId(), centre.customer, DeliveryAction.FAILED));

        replies.await(ReplyBounced.class, event -> event.getReplyId().equals(replyId));
        assertThatOnlyThisBounced();
    }

    @Test
    void findsTheReplyByItsRecipientWhereAServersReportDoesNotNameIt() {
        centre.publish(
                Topics.EMAIL_EVENTS,
                DeliveryReported.newBuilder(report(null, centre.customer, DeliveryAction.FAILED))
                        .setNullSender(false)
                        .build());
        centre.publish(
                Topics.EMAIL_EVENTS,
                DeliveryReported.newBuilder(report(null, centre.customer, DeliveryAction.FAILED))
                        .setReportedTo(List.of("other@" + centre.domainName))
                        .build());
        var report = report(null, centre.customer, DeliveryAction.FAILED);
        centre.publish(Topics.EMAIL_EVENTS, report);

        ReplyBounced bounced =
                replies.await(ReplyBounced.class, event -> event.getReplyId().equals(replyId));
        assertThat(bounced.getEmailId()).isEqualTo(report.getEmailId());
    }

    @Test
    void marksTheMailSoThatItIsKnownWhenItComesBack() throws Exception {
        var mail = Parts.mailbox().mailbox().to(centre.customer).getFirst();

        assertThat(mail.header(LoopMark.FIELD))
                .hasValueSatisfying(mark ->
                        assertThat(LoopMark.isOf(centre.organisationId, mark)).isTrue());
        assertThat(mail.header("Auto-Submitted")).isEmpty();
        assertThat(mail.header("Precedence")).isEmpty();
    }

    private void assertThatOnlyThisBounced() {
        assertThat(replies.all(ReplyBounced.class).stream()
                        .filter(event -> event.getReplyId().equals(replyId)))
                .hasSize(1);
    }

    private String messageId() {
        return replyId + "@" + centre.domainName;
    }

    private DeliveryReported report(@Nullable String messageId, String recipient, DeliveryAction action) {
        return DeliveryReported.newBuilder()
                .setOrganisationId(centre.organisationId)
                .setEmailId(UUID.randomUUID().toString())
                .setOriginalMessageId(messageId)
                .setReporter("mx.customer.test")
                .setReportedTo(List.of("help@" + centre.domainName))
                .setNullSender(true)
                .setRecipients(List.of(ReportedRecipient.newBuilder()
                        .setAddress(recipient.toUpperCase(Locale.ROOT))
                        .setAction(action)
                        .setStatus("5.1.1")
                        .setDiagnostic("550 5.1.1 no such user")
                        .build()))
                .setOccurredAt(Centre.now())
                .build();
    }
}
