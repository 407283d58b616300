package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.EmailKeptAside;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionReopened;
import org.postroom.events.interaction.KeptAsideReason;
import org.postroom.events.reply.ReplyBounced;
import org.postroom.local.client.ApiClient;
import org.postroom.local.demo.Setup;
import org.postroom.local.demo.Waiting;
import org.postroom.local.mailbox.SmtpClient;
import tools.jackson.databind.JsonNode;

/** What machines send to a contact centre is nobody's work: reports of its own mail, and notices that somebody is away. */
class AutomaticMailJourneyTest {

    private static final String CUSTOMER = "carla@customer.test";

    @Test
    void takesAReportForWhatItIsAndAnOutOfOfficeForNoWork() throws Exception {
        var stack = RunningStack.addresses();
        try (var acme = ContactCentre.of(Setup.ACME)) {
            acme.hasAgent("ben", "Ben Cole", 1);
            String address = acme.openAddress("automatic", "ben");
            ApiClient ben = acme.signedIn("ben");
            acme.goOnQueue(ben);
            var question = Mail.from(CUSTOMER).to(address).about("Where is my order?");
            acme.deliver(question);
            String interaction = acme.threaded(question).getInteractionId();
            acme.accept(ben, interaction);
            String reply = acme.reply(ben, interaction, "It is on its way.");
            acme.awaitClosed(interaction);
            String messageId = acme.messageIdOf(reply);

            String away = submit(address, CUSTOMER, outOfOffice(address, messageId));
            assertThat(keptAside(acme, away).getReason()).isEqualTo(KeptAsideReason.AUTOMATIC);
            String report = submit(address, "", deliveryReport(address, messageId));
            assertThat(keptAside(acme, report).getReason()).isEqualTo(KeptAsideReason.DELIVERY_REPORT);

            var bounced = acme.log()
                    .await(
                            ReplyBounced.class,
                            ContactCentre.PATIENCE,
                            event -> event.getReplyId().equals(reply))
                    .event();
            assertThat(bounced.getRecipients()).containsExactly(CUSTOMER);
            assertThat(bounced.getEnhancedStatus()).isEqualTo("5.1.1");
            var reopened = acme.log()
                    .await(
                            InteractionReopened.class,
                            ContactCentre.PATIENCE,
                            event -> event.getInteractionId().equals(interaction))
                    .event();
            assertThat(reopened.getAgentId()).isEqualTo("ben");
            assertThat(reopened.getReason()).contains("no such user");
            Waiting.until(
                    "the reply to be shown as bounced",
                    ContactCentre.PATIENCE,
                    () -> ben.get(stack.outbound(), "/api/interactions/" + interaction + "/replies")
                            .path(0),
                    shown -> shown.path("state").asString("").equals("BOUNCED"));
            assertThat(becameWork(acme, away)).isFalse();
            assertThat(becameWork(acme, report)).isFalse();
            assertThat(acme.log().all(InteractionReopened.class))
                    .filteredOn(event -> event.getInteractionId().equals(interaction))
                    .hasSize(1);
            List<String> both = List.of(emailId(acme, away), emailId(acme, report));
            List<String> listed = Waiting.until(
                    "the mails to be on the list of those that became no work",
                    ContactCentre.PATIENCE,
                    () -> listed(acme.administrator().get(stack.console(), "/api/kept-aside-mails")),
                    ids -> ids.containsAll(both));
            assertThat(listed).doesNotContain(acme.received(question).getEmailId());
            // What came back is in hand again, and would take a place of the agent in the journeys that follow.
            ben.post(stack.routing(), "/api/interactions/" + interaction + "/close", Map.of());
            acme.goOffQueue(ben);
        }
    }

    private static List<String> listed(JsonNode mails) {
        return mails.valueStream().map(mail -> mail.path("emailId").asString()).toList();
    }

    private static String emailId(ContactCentre acme, String messageId) throws Exception {
        return acme.log()
                .await(EmailReceived.class, ContactCentre.PATIENCE, event -> messageId.equals(event.getMessageId()))
                .event()
                .getEmailId();
    }

    private static EmailKeptAside keptAside(ContactCentre acme, String messageId) throws Exception {
        String emailId = emailId(acme, messageId);
        return acme.log()
                .await(
                        EmailKeptAside.class,
                        ContactCentre.PATIENCE,
                        event -> event.getEmailId().equals(emailId))
                .event();
    }

    private static boolean becameWork(ContactCentre acme, String messageId) throws Exception {
        String emailId = emailId(acme, messageId);
        return acme.log().all(EmailThreaded.class).stream()
                .anyMatch(event -> event.getEmailId().equals(emailId));
    }

    /** Submits a mail with a Message-ID of its own, and returns that. */
    private static String submit(String address, String envelopeSender, String mail) throws Exception {
        String messageId = UUID.randomUUID() + "@customer.test";
        byte[] bytes = ("Message-ID: <" + messageId + ">\n" + mail)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        var outcome = SmtpClient.send(RunningStack.addresses().smtp(), envelopeSender, List.of(address), bytes);
        assertThat(outcome.accepted()).as(outcome.reply()).isTrue();
        return messageId;
    }

    private static String outOfOffice(String address, String answered) {
        return """
                From: Carla <%s>
                To: %s
                Subject: Automatic reply: Re: Where is my order?
                MIME-Version: 1.0
                Auto-Submitted: auto-replied
                In-Reply-To: <%s>
                References: <%s>
                Content-Type: text/plain; charset=utf-8

                Away.
                """.formatted(CUSTOMER, address, answered, answered);
    }

    private static String deliveryReport(String address, String returned) {
        return """
                From: MAILER-DAEMON@mx.customer.test (Mail Delivery System)
                To: %s
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="bnd"

                --bnd
                Content-Type: text/plain; charset=us-ascii

                The mail could not be delivered to %s.

                --bnd
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.customer.test

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user

                --bnd
                Content-Type: text/rfc822-headers

                Message-ID: <%s>
                Subject: Re: Where is my order?

                --bnd--
                """.formatted(address, CUSTOMER, CUSTOMER, returned);
    }
}
