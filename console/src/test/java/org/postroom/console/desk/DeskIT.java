package org.postroom.console.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.Services;
import org.postroom.console.message.TrackingServer;
import org.postroom.console.signin.Visit;
import org.postroom.events.common.Authenticity;
import org.postroom.events.common.AuthenticityResult;
import org.postroom.events.common.DmarcResult;
import org.postroom.events.common.SpfResult;
import org.postroom.events.common.Substitution;
import org.postroom.events.configuration.CannedResponseConfigured;
import org.postroom.events.email.EmailReceived;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;

class DeskIT extends OpenConsole {

    private static final String HANDLE = "conversation:email:handle";

    private final String organisation = Facts.id("acme");
    private final Facts facts = new Facts(organisation, "anna");

    @Test
    void showsAnOfferAndWakesTheOpenDesk() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        Queue<String> heard = listen(anna, "/live/desk");
        await().until(() -> heard.contains("event:change"));
        heard.clear();

        facts.arrives(facts.stored("mails/with-attachment.eml"), "Grüße").offered();

        await().untilAsserted(() -> assertThat(heard).contains("event:change"));
        await().untilAsserted(() -> assertThat(anna.page("/desk/work")
                        .select("[data-testid=offer-" + facts.interaction + "]")
                        .text())
                .contains("Grüße", "Käthe Kunde", "Accept", "Decline"));
    }

    @Test
    void showsTheConversationWithItsDeliveryToTheEnd() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        facts.arrives(facts.stored("mails/with-attachment.eml"), "Grüße")
                .offered()
                .accepted();
        await().untilAsserted(() -> assertThat(state(anna)).isEqualTo("HANDLING"));
        assertThat(page(anna).select("[data-testid=reply-form]")).hasSize(1);

        facts.replies(facts.stored("{\"text\":\"Gern.\",\"html\":\"<p>Gern.</p>\"}".getBytes(StandardCharsets.UTF_8)));
        await().untilAsserted(() -> assertThat(delivery(anna)).isEqualTo("REQUESTED"));
        assertThat(body(anna, facts.reply)).contains("<p>Gern.</p>");
        assertThat(page(anna).select("[data-testid=reply-form]")).isEmpty();

        facts.composed(facts.stored("mails/reply.eml")).sent();
        await().untilAsserted(() -> assertThat(delivery(anna)).isEqualTo("SENT"));
        await().untilAsserted(() -> assertThat(state(anna)).isEqualTo("CLOSED"));
        assertThat(page(anna).text())
                .contains("mx.example.test:25: 250 2.0.0 taken", "handled in 58 s")
                .doesNotContain("archive@acme.test", "mx.acme.test");
        assertThat(body(anna, facts.reply)).contains("Ihr Acme-Team");
        keepsWhatIsReadWhileOnlyTheDeliveryIsNews(anna);
    }

    private void keepsWhatIsReadWhileOnlyTheDeliveryIsNews(Visit visit) {
        String conversation = "/interactions/" + facts.interaction + "/conversation?shown=";

        var news = visit.get(conversation + 2);
        assertThat(news.headers().firstValue("HX-Reswap")).hasValue("none");
        assertThat(text(news))
                .contains("hx-swap-oob=\"true\"", "data-state=\"SENT\"")
                .doesNotContain("message-body");

        var more = visit.get(conversation + 1);
        assertThat(more.headers().firstValue("HX-Reswap")).isEmpty();
        assertThat(text(more)).contains("message-body", "data-state=\"SENT\"").doesNotContain("hx-swap-oob");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    @Test
    void bringsAFailedReplyBackWithTheServersWords() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        facts.arrives(facts.stored("mails/with-attachment.eml"), "Grüße")
                .offered()
                .accepted();
        facts.replies(facts.stored("{\"text\":\"Gern.\"}".getBytes(StandardCharsets.UTF_8)));

        facts.failed();

        await().untilAsserted(() -> assertThat(delivery(anna)).isEqualTo("FAILED"));
        await().untilAsserted(() ->
                assertThat(page(anna).select("[data-testid=trouble]").text()).contains("550 5.1.1 no such mailbox"));
        assertThat(page(anna).select("[data-testid=reply-form]")).hasSize(1);
    }

    @Test
    void showsMailWithoutAnythingActiveAndHandsAttachmentsOutAsDownloads() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        facts.arrives(facts.stored("mails/with-attachment.eml"), "Grüße");
        await().untilAsserted(() -> assertThat(page(anna).select("[data-testid=message-" + facts.email + "]"))
                .hasSize(1));

        HttpResponse<byte[]> body = anna.get("/interactions/messages/" + facts.email + "/body");
        String html = new String(body.body(), StandardCharsets.UTF_8);
        assertThat(html)
                .contains("Schöne Grüße")
                .contains("src=\"pictures/0\"")
                .doesNotContain("<script", "onerror", "tracker.example");
        assertThat(body.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .contains("sandbox")
                .doesNotContain("allow-scripts");

        String list = new String(
                anna.get("/interactions/messages/" + facts.email + "/attachments")
                        .body(),
                StandardCharsets.UTF_8);
        assertThat(list).contains("Rechnung März.pdf").doesNotContain("logo.png");
        HttpResponse<byte[]> attachment = anna.get("/interactions/messages/" + facts.email + "/attachments/1");
        assertThat(attachment.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment;")
                .contains("Rechnung%20M%C3%A4rz.pdf");
        assertThat(attachment.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(attachment.headers().firstValue("Content-Type")).contains("application/octet-stream");
        assertThat(new String(attachment.body(), StandardCharsets.UTF_8)).startsWith("%PDF-1.4");
    }

    @Test
    void loadsPicturesFromElsewhereOnlyWhereTheAgentAsksAndTellsTheirServerNothing() throws IOException {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        try (TrackingServer tracker = TrackingServer.on("127.0.0.1");
                TrackingServer inside = TrackingServer.on("127.0.0.2")) {
            tracker.answers("/1.gif?id=7", "image/gif", TrackingServer.gif());
            inside.answers("/2.gif", "image/gif", TrackingServer.gif());
            facts.arrives(facts.stored(mailWithPictures(tracker.url("/1.gif?id=7"), inside.url("/2.gif"))), "News");
            await().untilAsserted(() -> assertThat(page(anna).select("[data-testid=message-" + facts.email + "]"))
                    .hasSize(1));
            String mail = "/interactions/messages/" + facts.email;

            assertThat(body(anna, facts.email)).contains("News").doesNotContain("remote/", "<img src");
            assertThat(text(anna.get(mail + "/attachments"))).contains("data-testid=\"show-pictures\"");
            assertThat(anna.get(mail + "/remote/0").statusCode()).isEqualTo(404);
            assertThat(anna.get(mail + "/shown/1.x/remote/0").statusCode()).isEqualTo(404);
            assertThat(tracker.requests()).isEmpty();

            String shown = shownBody(anna, mail);
            assertThat(text(anna.get(shown))).contains("src=\"remote/0\"", "src=\"remote/1\"");
            HttpResponse<byte[]> picture = anna.get(shown.replace("/body", "/remote/0"));
            assertThat(picture.body()).isEqualTo(TrackingServer.gif());
            assertThat(picture.headers().firstValue("Content-Type")).contains("image/gif");
            assertThat(picture.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(tracker.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers())
                            .containsOnlyKeys("Accept", "Connection", "Host", "User-Agent")
                            .containsEntry("User-Agent", "Mozilla/5.0 (mail pictures)"));
            assertThat(anna.get(shown.replace("/body", "/remote/1")).statusCode())
                    .isEqualTo(404);
            assertThat(anna.get(shown.replace("/body", "/remote/2")).statusCode())
                    .isEqualTo(404);
            assertThat(inside.requests()).isEmpty();

            Visit stranger = Visit.of(port, "anna", Facts.id("globex"), HANDLE);
            assertThat(stranger.get(shown).statusCode()).isEqualTo(404);
            assertThat(stranger.get(shown.replace("/body", "/remote/0")).statusCode())
                    .isEqualTo(404);
        }
    }

    private String shownBody(Visit visit, String mail) {
        HttpResponse<byte[]> answer = visit.post("/desk", mail + "/remote-pictures", Map.of());
        return Jsoup.parse(text(answer)).select("iframe").attr("src");
    }

    private static byte[] mailWithPictures(String... addresses) {
        StringBuilder mail = new StringBuilder("From: a@b.test\r\nContent-Type: text/html\r\n\r\n<p>News</p>");
        for (String address : addresses) {
            mail.append("<img src=\"").append(address).append("\">\r\n");
        }
        return mail.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void saysInWordsWhetherTheSenderIsConfirmed() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        EventLog.publish(
                Topics.EMAIL_EVENTS,
                organisation,
                EmailReceived.newBuilder(facts.received(facts.stored("mails/with-attachment.eml"), "Grüße"))
                        .setAuthenticity(Authenticity.newBuilder()
                                .setSpf(SpfResult.newBuilder()
                                        .setDomain("example.test")
                                        .build())
                                .setDmarc(DmarcResult.newBuilder()
                                        .setResult(AuthenticityResult.PASS)
                                        .setDomain("xn--bcher-kva.test")
                                        .build())
                                .setAuthenticationResults("mx.postroom.test; dmarc=pass")
                                .build())
                        .build());
        EventLog.publish(Topics.INTERACTION_EVENTS, organisation, facts.threaded());
        EventLog.publish(Topics.INTERACTION_EVENTS, organisation, facts.queued("Grüße"));

        await().untilAsserted(() -> assertThat(
                        page(anna).select("[data-testid=sender-proof]").text())
                .isEqualTo("Sender confirmed by bücher.test"));
    }

    @Test
    void hidesEverythingFromOtherOrganisations() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        facts.arrives(facts.stored("mails/with-attachment.eml"), "Grüße").offered();
        await().untilAsserted(() -> assertThat(state(anna)).isEqualTo("OFFERED"));

        Visit stranger = Visit.of(port, "anna", Facts.id("globex"), HANDLE);

        for (String path : new String[] {
            "/interactions/" + facts.interaction,
            "/interactions/" + facts.interaction + "/state",
            "/interactions/" + facts.interaction + "/timeline",
            "/interactions/messages/" + facts.email + "/body",
            "/interactions/messages/" + facts.email + "/attachments/1"
        }) {
            assertThat(anna.get(path).statusCode()).as(path).isEqualTo(200);
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.page("/desk").select("[data-offer]")).isEmpty();
    }

    @Test
    void passesAnAcceptanceOnWithTheUsersOwnToken() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        String path = "/api/interactions/" + facts.interaction + "/accept";
        Services.running().answer("POST", path, 202, "{\"commandId\":\"1\"}");

        HttpResponse<byte[]> answer = anna.post("/desk", "/interactions/" + facts.interaction + "/accept", Map.of());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("HX-Redirect")).contains("/interactions/" + facts.interaction);
        assertThat(Services.running().asked(path))
                .singleElement()
                .satisfies(request -> assertThat(request.authorization()).startsWith("Bearer ey"));
    }

    @Test
    void showsTheServicesWordsWhereItRefuses() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        facts.arrives(facts.stored("mails/with-attachment.eml"), "Grüße")
                .offered()
                .accepted();
        await().untilAsserted(() -> assertThat(state(anna)).isEqualTo("HANDLING"));
        Services.running()
                .answer(
                        "POST",
                        "/api/interactions/" + facts.interaction + "/replies",
                        409,
                        "{\"status\":409,\"detail\":\"expected an interaction in your hands, but it is Ben’s\"}");

        HttpResponse<byte[]> answer = anna.post(
                "/desk",
                "/interactions/" + facts.interaction + "/replies",
                Map.of(
                        "formId",
                        "form-1",
                        "subject",
                        "Re: x",
                        "html",
                        "<p>Gern, <b>morgen</b>.</p><script>alert(1)</script>"));

        assertThat(answer.headers().firstValue("HX-Trigger").orElseThrow()).contains("but it is Ben\\u2019s");
        assertThat(Services.running()
                        .asked("/api/interactions/" + facts.interaction + "/replies")
                        .getFirst()
                        .body())
                .contains("\"text\":\"Gern, morgen.\"")
                .doesNotContain("script");
    }

    private Document page(Visit visit) {
        return visit.page("/interactions/" + facts.interaction);
    }

    @Test
    void beginsAReplyWithTheSignatureAndOffersFilledCannedResponsesAndTheHistory() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        Services.running().answer("GET", "/api/interactions/" + facts.interaction + "/draft", 200, """
            {"signatureHtml":"<p>Kind regards</p>","signatureText":"Kind regards","history":"AGENT_DECIDES",
             "from":"Acme <help@acme.test>"}\
            """);
        facts.publish(
                Topics.CONFIGURATION,
                organisation + "/canned-response/c1",
                CannedResponseConfigured.newBuilder()
                        .setOrganisationId(organisation)
                        .setCannedResponseId("c1")
                        .setName("Late")
                        .setHtml("<p>Dear {{customer.name}}, your {{item}} is late. {{agent.name}}</p>")
                        .setText("Late")
                        .setSubstitutions(List.of(Substitution.newBuilder()
                                .setName("item")
                                .setDefaultValue("parcel")
                                .build()))
                        .setChangedBy("ada")
                        .setVersion(1)
                        .setOccurredAt(Facts.NOW)
                        .build());
        facts.arrives(facts.stored("mails/with-attachment.eml"), "Grüße")
                .offered()
                .accepted();
        await().untilAsserted(() -> assertThat(state(anna)).isEqualTo("HANDLING"));

        await().untilAsserted(() -> assertThat(page(anna)
                        .select("[data-testid=canned-response] option[data-html]")
                        .attr("data-html"))
                .contains("Dear Käthe Kunde, your parcel is late."));
        assertThat(page(anna).select("[data-testid=reply-text]").val()).isEqualTo("<p><br></p><p>Kind regards</p>");
        assertThat(page(anna).select("[data-testid=include-history]")).hasSize(1);
        assertThat(page(anna).select("[data-testid=reply-from]").text()).isEqualTo("Acme <help@acme.test>");
    }

    private String state(Visit visit) {
        return page(visit).select("[data-testid=interaction-state]").attr("data-state");
    }

    private String delivery(Visit visit) {
        return page(visit).select("[data-testid=delivery]").attr("data-state");
    }

    private static String body(Visit visit, String messageId) {
        return new String(
                visit.get("/interactions/messages/" + messageId + "/body").body(), StandardCharsets.UTF_8);
    }

    private static Queue<String> listen(Visit visit, String path) {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        Thread.ofVirtual().start(() -> visit.stream(path).forEach(heard::add));
        return heard;
    }
}
