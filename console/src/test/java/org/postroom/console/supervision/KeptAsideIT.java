package org.postroom.console.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.signin.Visit;
import org.postroom.events.common.Attachment;
import org.postroom.events.common.AutomationMarker;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.MessageReference;
import org.postroom.events.common.ScanResult;
import org.postroom.events.common.ScanVerdict;
import org.postroom.events.email.AddressedTo;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.EmailKeptAside;
import org.postroom.events.interaction.FlowOutcome;
import org.postroom.events.interaction.FlowRan;
import org.postroom.events.interaction.KeptAsideReason;
import org.postroom.events.reply.ReplyBounced;
import org.postroom.runtime.message.StoredMessage;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.Parts;

/** Mail that became no work is out of nobody's way, but not out of sight. */
class KeptAsideIT extends OpenConsole {

    private static final String MAIL = """
            From: Carla <carla@customer.test>
            Subject: Away
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/plain

            I am away until Monday.
            --b
            Content-Type: application/octet-stream; name=tool.exe
            Content-Disposition: attachment; filename=tool.exe

            x
            --b--
            """;

    private final String organisation = Facts.id("acme");
    private final Facts facts = new Facts(organisation, "anna");

    @Test
    void listsWhatWasKeptAsideWithItsReasonAndLetsItBeRead() {
        Visit ada = Visit.of(port, "ada", organisation, "routing:supervise");
        String away = keptAside("Away", KeptAsideReason.AUTOMATIC, null);
        String virus = keptAside("Invoice", KeptAsideReason.VIRUS, null);

        await().untilAsserted(() -> {
            var page = ada.page("/supervision/mail");
            assertThat(page.select("[data-testid=kept-aside-" + away + "]").text())
                    .contains("Carla", "Away", "Automatic mail: a machine wrote it");
            assertThat(page.select("[data-testid=kept-aside-" + virus + "]").text())
                    .contains("A virus was found in it");
        });
        assertThat(ada.page("/supervision/mail/" + away).select("iframe").attr("src"))
                .isEqualTo("/interactions/messages/" + away + "/body");
        assertThat(ada.page("/interactions/messages/" + away + "/body").text()).contains("I am away until Monday.");
        assertThat(ada.page("/interactions/messages/" + away + "/attachments").text())
                .contains("tool.exe");
        assertThat(ada.page("/interactions/messages/" + virus + "/attachments").text())
                .doesNotContain("tool.exe");
        assertThat(ada.get("/interactions/messages/" + virus + "/attachments/0").statusCode())
                .isEqualTo(404);
    }

    @Test
    void saysForWhatReasonAFlowEndedAMail() {
        Visit ada = Visit.of(port, "ada", organisation, "routing:supervise");
        String ended = keptAside("Nightly", KeptAsideReason.FLOW, null);
        facts.publish(
                Topics.INTERACTION_EVENTS,
                FlowRan.newBuilder()
                        .setOrganisationId(organisation)
                        .setEmailId(ended)
                        .setAddressId("help")
                        .setFlowId("triage")
                        .setDefinitionVersion(2)
                        .setOutcome(FlowOutcome.DISCONNECTED)
                        .setExplanation("Nobody reads the nightly report")
                        .setOccurredAt(Facts.NOW)
                        .build());

        await().untilAsserted(() -> assertThat(ada.page("/supervision/mail/" + ended)
                        .select("[data-testid=reason]")
                        .text())
                .isEqualTo("A flow ended it: Nobody reads the nightly report."));
    }

    @Test
    void givesOutNoFileOfAMailWithAVirusWhateverBecomesOfIt() {
        String virus = received("Invoice", new ScanResult(ScanVerdict.VIRUS, "clamav", null, List.of("Eicar")));
        String clean = received("Order", new ScanResult(ScanVerdict.CLEAN, "clamav", null, List.of()));
        Visit ada = Visit.of(port, "ada", organisation, "routing:supervise");

        await().untilAsserted(() -> assertThat(
                        ada.get("/interactions/messages/" + clean + "/original").statusCode())
                .isEqualTo(200));
        assertThat(ada.page("/interactions/messages/" + virus + "/body").text()).contains("I am away until Monday.");
        assertThat(ada.get("/interactions/messages/" + virus + "/attachments/0").statusCode())
                .isEqualTo(404);
        assertThat(ada.get("/interactions/messages/" + virus + "/original").statusCode())
                .isEqualTo(404);
    }

    @Test
    void showsNobodyElsesAndNothingToWhoMayNotSupervise() throws Exception {
        String away = keptAside("Away", KeptAsideReason.AUTOMATIC, null);
        Visit ada = Visit.of(port, "ada", organisation, "routing:supervise");
        await().untilAsserted(
                        () -> assertThat(ada.page("/supervision/mail").text()).contains("Away"));

        Visit stranger = Visit.of(port, "gus", Facts.id("globex"), "routing:supervise");
        assertThat(stranger.page("/supervision/mail").text()).contains("No such mail yet");
        assertThat(stranger.get("/supervision/mail/" + away).statusCode()).isEqualTo(404);
        Visit agent = Visit.of(port, "anna", organisation, "conversation:email:handle");
        assertThat(agent.get("/supervision/mail").statusCode()).isEqualTo(403);

        HttpResponse<String> asAgent = api("conversation:email:handle", "/api/kept-aside-mails");
        assertThat(asAgent.statusCode()).isEqualTo(403);
        HttpResponse<String> asSupervisor = api("routing:supervise", "/api/kept-aside-mails?limit=1");
        assertThat(asSupervisor.statusCode()).isEqualTo(200);
        assertThat(asSupervisor.body()).contains(away, "AUTOMATIC", "carla@customer.test");
    }

    @Test
    void goesThroughThemPageByPage() throws Exception {
        for (int number = 1; number <= 3; number++) {
            keptAside("Mail " + number, KeptAsideReason.SPAM, null);
        }
        await().untilAsserted(() -> assertThat(
                        api("routing:supervise", "/api/kept-aside-mails").body())
                .contains("Mail 1", "Mail 2", "Mail 3"));

        HttpResponse<String> first = api("routing:supervise", "/api/kept-aside-mails?limit=2");
        assertThat(first.body()).contains("Mail 3", "Mail 2").doesNotContain("Mail 1");
        String next = first.headers().firstValue("Link").orElseThrow().replaceAll("^<|>.*", "");
        assertThat(api("routing:supervise", next).body()).contains("Mail 1").doesNotContain("Mail 2");
    }

    @Test
    void showsInTheConversationWhatBelongsThereAndThatAReplyCameBack() {
        Visit anna = Visit.of(port, "anna", organisation, "conversation:email:handle");
        facts.arrives(stored(), "Order").offered().accepted();
        facts.replies(stored()).composed(stored()).sent();
        String away = keptAside("Away", KeptAsideReason.AUTOMATIC, facts.conversation);
        facts.publish(
                Topics.REPLY_EVENTS,
                facts.interaction,
                ReplyBounced.newBuilder()
                        .setOrganisationId(organisation)
                        .setReplyId(facts.reply)
                        .setInteractionId(facts.interaction)
                        .setRecipients(List.of("kunde@example.test"))
                        .setEnhancedStatus("5.1.1")
                        .setReason("550 5.1.1 no such user")
                        .setEmailId("report")
                        .setOccurredAt(Facts.NOW.plusSeconds(90))
                        .build());

        await().untilAsserted(() -> {
            var page = anna.page("/interactions/" + facts.interaction);
            assertThat(page.select("[data-testid=message-" + away + "] [data-testid=kept-aside]"))
                    .hasSize(1);
            var delivery = page.select("[data-testid=delivery]");
            assertThat(delivery.attr("data-state")).isEqualTo("BOUNCED");
            assertThat(delivery.text()).contains("Came back: it did not arrive", "550 5.1.1 no such user");
        });
    }

    private int minute;

    private String keptAside(String subject, KeptAsideReason reason, @Nullable String conversation) {
        String emailId = received(subject, null);
        minute++;
        facts.publish(
                Topics.INTERACTION_EVENTS,
                new EmailKeptAside(organisation, emailId, reason, conversation, Facts.NOW.plusSeconds(60L * minute)));
        return emailId;
    }

    private String received(String subject, @Nullable ScanResult virusScan) {
        String emailId = Facts.id("email");
        StoredMessage raw = stored();
        facts.publish(
                Topics.EMAIL_EVENTS,
                EmailReceived.newBuilder()
                        .setOrganisationId(organisation)
                        .setEmailId(emailId)
                        .setRecipients(List.of(new AddressedTo("address", "help@support.acme.test")))
                        .setEnvelopeSender("carla@customer.test")
                        .setFrom(new MailAddress("carla@customer.test", "Carla"))
                        .setSubject(subject)
                        .setMessage(new MessageReference(raw.key(), raw.size(), raw.sha256()))
                        .setAttachments(List.of(new Attachment("tool.exe", "application/octet-stream", 1L, false)))
                        .setAutomation(AutomationMarker.AUTO_SUBMITTED)
                        .setClientAddress("192.0.2.1")
                        .setClientName("mail.customer.test")
                        .setVirusScan(virusScan)
                        .setOccurredAt(Facts.NOW)
                        .build());
        return emailId;
    }

    private StoredMessage stored() {
        return facts.stored(MAIL.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private HttpResponse<String> api(String permission, String path) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header(
                                    "Authorization",
                                    "Bearer " + Parts.identity().token("ada", organisation, permission))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
