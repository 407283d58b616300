package org.postroom.console.administration.maildomain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.Services;
import org.postroom.console.signin.Visit;
import org.postroom.events.common.MailDirection;
import org.postroom.events.domain.DomainVerified;
import org.postroom.schemas.catalogue.Topics;

class MailDomainIT extends OpenConsole {

    private static final String MANAGE_EMAIL = "routing:email:manage";
    private static final String LIST = "/administration/domains";

    private final String organisation = Facts.id("acme");
    private final String domain = Facts.id("domain");
    private final Services services = Services.running();
    private final DomainAnswers answers = new DomainAnswers(domain);
    private Visit ada;

    @BeforeEach
    void signIn() {
        ada = Visit.of(port, "ada", organisation, MANAGE_EMAIL);
    }

    @Test
    void showsExpectedBesideFoundWithTheDifferenceMarkedAndTheCure() {
        var record = page("").select("[data-testid=record-OWNERSHIP]");

        assertThat(record.attr("data-status")).isEqualTo("MISMATCH");
        assertThat(record.select("[data-testid=expected] code").text()).isEqualTo("postroom=right");
        assertThat(record.select("[data-testid=difference] del").text()).isEqualTo("wrong");
        assertThat(record.select("[data-testid=difference] ins").text()).isEqualTo("right");
        assertThat(record.select("[data-testid=cure-OWNERSHIP]").text()).startsWith("Replace the value");
        assertThat(record.select("[data-testid=server-answer]").text()).contains("ns1.acme.test", "TTL 300 s", "12 ms");
        assertThat(page("").select("[data-testid=receiving-state]").attr("data-state"))
                .isEqualTo("PENDING");
    }

    @Test
    void showsTheStateOfEveryDomainInTheList() {
        answers.verification("VERIFIED", "OK", "postroom=right", null);

        var line = ada.page(LIST).select("[data-testid=domain-support.acme.test]");

        assertThat(line.select("[data-testid=list-receiving]").text()).isEqualTo("Verified");
        assertThat(line.select("[data-testid=list-sending]").text()).contains("Waiting for DNS", "by platform");
    }

    @Test
    void showsADomainThatVerificationHasNotHeardOfYet() {
        services.answer("GET", answers.path("/verification"), 404, "{\"status\":404,\"detail\":\"none\"}");

        assertThat(page("").text()).contains("support.acme.test", "The records are being made");
    }

    @Test
    void wakesTheOpenPageWhenSomethingHasChanged() {
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        Thread.ofVirtual().start(() -> ada.stream("/live/domains/" + domain).forEach(heard::add));
        await().until(() -> heard.contains("event:change"));
        heard.clear();

        new Facts(organisation, "anna")
                .publish(
                        Topics.DOMAIN_EVENTS,
                        DomainVerified.newBuilder()
                                .setOrganisationId(organisation)
                                .setDomainId(domain)
                                .setDomainName("support.acme.test")
                                .setDirection(MailDirection.RECEIVING)
                                .setOccurredAt(Facts.NOW)
                                .build());

        await().until(() -> heard.contains("event:change"));
    }

    @Test
    void saysWhatIsWrongWithANameWhileItIsTyped() {
        services.answer("POST", "/api/domains", 422, """
                {"status":422,"detail":"A field is not valid.",
                 "errors":[{"field":"name","rule":"expected a domain below a public suffix, but got \\"com\\""}]}""");

        String mistake = text(ada.post(LIST + "/new", LIST + "/validation", Map.of("type", "CUSTOM", "name", "com")));

        assertThat(Jsoup.parse(mistake).select("#name-error").text()).contains("but got \"com\"");
    }

    @Test
    void saysHowLongToWaitWhenChecksAreAskedForTooOften() {
        services.answer("POST", answers.path("/checks"), 429, "{\"status\":429,\"detail\":\"Wait a little.\"}");

        Document answer = Jsoup.parse(text(ada.post(path(""), path("/checks"), Map.of())));

        assertThat(answer.select("[data-testid=check-answer]").text()).isEqualTo("Wait a little.");
    }

    @Test
    void showsWhatWillChangeBeforeItIsSaved() {
        services.answer("PUT", answers.path(""), 200, """
                {"changes":[{"field":"receivingWay","from":"MX","to":"REDIRECT"}]}""");

        Document preview = Jsoup.parse(text(ada.post(
                path("/settings"),
                path("/settings"),
                Map.of("receivingWay", "REDIRECT", "sendingWay", "PLATFORM", "version", "3"))));

        assertThat(preview.select("[data-testid=change-receivingWay]").text()).contains("Receiving way", "REDIRECT");
        assertThat(preview.select("[name=seen]").attr("value")).isEqualTo("true");
        assertThat(preview.select("[data-testid=receivingWay-REDIRECT]").hasAttr("checked"))
                .isTrue();
    }

    @Test
    void overwritesNothingThatSomebodyElseSavedMeanwhile() {
        services.answer("PUT", answers.path(""), 409, "{\"status\":409,\"detail\":\"It was changed meanwhile.\"}");
        answers.domain("MX", "CUSTOM_SMTP", 4);

        HttpResponse<byte[]> answer = ada.post(
                path("/settings"),
                path("/settings"),
                Map.of(
                        "receivingWay", "REDIRECT",
                        "sendingWay", "PLATFORM",
                        "whenUnverified", "HOLD",
                        "mailFromLabel", "bounce",
                        "version", "3"));

        assertThat(answer.statusCode()).isEqualTo(409);
        Document page = Jsoup.parse(text(answer));
        assertThat(page.select("[data-testid=conflict-sendingWay]").text()).contains("CUSTOM_SMTP", "PLATFORM");
        assertThat(page.select("[name=version]").attr("value")).isEqualTo("4");
    }

    @Test
    void removesADomainOnlyByItsName() {
        services.answer("GET", answers.path("/removal"), 200, """
                {"name":"support.acme.test","addresses":["help@support.acme.test"],"openInteractions":2,
                 "consequences":["Mail to it is refused."]}""");
        services.answer("DELETE", answers.path(""), 422, """
                {"status":422,"detail":"A field is not valid.",
                 "errors":[{"field":"name","rule":"expected support.acme.test, but got \\"no\\""}]}""");

        Document asked = page("/removal");
        Document refused = Jsoup.parse(text(ada.post(path("/removal"), path("/removal"), Map.of("name", "no"))));

        assertThat(asked.select("[data-testid=consequences]").text()).isEqualTo("Mail to it is refused.");
        assertThat(asked.select("[data-testid=removal-form]").text()).contains("2 interactions are still open");
        assertThat(refused.select("[data-testid=removal-error]").text()).contains("expected support.acme.test");
    }

    @Test
    void showsTheTargetThatEachAddressIsRedirectedTo() {
        answers.domain("REDIRECT", "PLATFORM", 3);
        services.answer("GET", "/api/addresses", 200, """
                [{"id":"a1","domainId":"%s","localPart":"help","address":"help@support.acme.test"}]""".formatted(domain));

        assertThat(page("").select("[data-testid=redirect-target] code").text())
                .isEqualTo("help.k7p2@redirect.postroom.test");
    }

    @Test
    void showsWhichKeySignsAndWhichIsNext() {
        Document keys = page("/keys");

        assertThat(keys.select("[data-testid=key-postroom1]").text()).contains("Signs", "RSA-2048");
        assertThat(keys.select("[data-testid=key-postroom2]").text()).contains("Next", "Not found yet");
    }

    @Test
    void handsOutTheZoneFileAsADownload() {
        services.answer("GET", answers.path("/zone-file"), 200, "_postroom IN TXT \"postroom=right\"");

        var file = ada.get(path("/zone-file"));

        assertThat(file.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(header -> assertThat(header).contains("attachment", "support.acme.test.zone"));
        assertThat(text(file)).contains("IN TXT");
    }

    @Test
    void showsTheHistoryWithWhatChanged() {
        services.answer("GET", answers.path("/checks"), 200, """
                [{"sequence":4,"checkedAt":"2026-11-22T09:01:00Z","trigger":"SCHEDULE","durationMillis":31,
                  "changes":[{"purpose":"OWNERSHIP","name":"_postroom.support.acme.test","from":"MISSING","to":"OK"}],
                  "results":[]}]""");

        assertThat(page("/history").select("[data-testid=what-changed]").text())
                .contains("Not found", "Found as expected");
    }

    @Test
    void letsOnlyThoseInWhoManageMail() {
        Visit agent = Visit.of(port, "anna", organisation, "conversation:email:handle");

        assertThat(agent.get(path("")).statusCode()).isEqualTo(403);
        assertThat(agent.get("/live/domains").statusCode()).isEqualTo(403);
    }

    private Document page(String rest) {
        return ada.page(path(rest));
    }

    private String path(String rest) {
        return LIST + "/" + domain + rest;
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
