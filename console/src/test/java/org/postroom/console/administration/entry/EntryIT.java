package org.postroom.console.administration.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.Services;
import org.postroom.console.signin.Visit;
import org.postroom.events.common.ScanResult;
import org.postroom.events.common.ScanVerdict;
import org.postroom.events.email.EmailReceived;
import org.postroom.schemas.catalogue.Topics;

class EntryIT extends OpenConsole {

    private static final String MANAGE_EMAIL = "routing:email:manage";
    private static final String MANAGE_DIRECTORY = "directory:manage";
    private static final String QUEUE = "{\"id\":\"q7\",\"version\":3,\"name\":\"Support\","
            + "\"memberAgentIds\":[\"anna\"],\"alertingTimeoutSeconds\":300,\"serviceLevelPercent\":80}";
    private static final String QUEUE_PAGE = "/administration/queues/q7";

    private final String organisation = Facts.id("acme");

    @BeforeEach
    void services() {
        Services.running().answer("GET", "/api/permissions", 200, """
                [{"name":"routing:supervise","meaning":"Watch queues"}]""");
        Services.running().answer("GET", "/api/queues/q7", 200, QUEUE);
    }

    @Test
    void sendsAFormAndShowsTheServicesRefusalAtTheField() {
        Visit ada = Visit.of(port, "ada", organisation, MANAGE_EMAIL);
        Services.running().answer("POST", "/api/addresses", 422, """
                        {"status":422,"detail":"A field of the request is not valid.",
                         "errors":[{"field":"hiddenBcc[1]","rule":"expected an address, but got \\"nobody\\""}]}""");

        HttpResponse<byte[]> answer = ada.post(
                "/administration/addresses/new",
                "/administration/addresses",
                Map.of(
                        "localPart", " help ",
                        "domainId", "d1",
                        "route", "QUEUE",
                        "queueId", "q1",
                        "flowId", "f1",
                        "priority", "10",
                        "skill.s1", "3",
                        "skill.s2", "",
                        "hiddenBcc", "archive@acme.test, nobody"));

        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = page(answer);
        assertThat(text(page, "hiddenBcc-error")).contains("but got \"nobody\"");
        assertThat(page.select("[data-testid=localPart]").attr("value")).isEqualTo("help");
        assertThat(Services.running().asked("/api/addresses").getLast().body())
                .contains("\"localPart\":\"help\"", "\"queueId\":\"q1\"", "\"priority\":10")
                .contains("\"skills\":[{", "\"skillId\":\"s1\"", "\"proficiency\":3")
                .contains("\"hiddenBcc\":[\"archive@acme.test\",\"nobody\"]")
                .doesNotContain("flowId", "route\"", "s2");
    }

    @Test
    void showsAtTheFieldWhatTheUserMayNotGive() {
        Visit ada = Visit.of(port, "ada", organisation, MANAGE_DIRECTORY);
        Services.running().answer("POST", "/api/roles", 403, """
                        {"status":403,"detail":"expected to give only permissions that you have yourself",
                         "errors":[{"field":"permissions[0]",
                         "rule":"expected to give only permissions that you have yourself, but you lack routing:supervise"}]}""");

        HttpResponse<byte[]> answer = ada.post(
                "/administration/roles/new",
                "/administration/roles",
                Map.of("name", "Watchers", "permissions", "routing:supervise"));

        assertThat(text(page(answer), "permissions-error")).contains("you lack routing:supervise");
    }

    @Test
    void tellsWhileOneTypesWhatIsWrongEvenWithWhatCannotBeSent() {
        Visit ada = Visit.of(port, "ada", organisation, MANAGE_EMAIL);
        Services.running().answer("POST", "/api/addresses?dryRun=true", 422, """
                {"status":422,"detail":"Not valid.","errors":[{"field":"localPart","rule":"expected a local part"}]}""");

        Document part = page(ada.post(
                "/administration/addresses/new",
                "/administration/addresses/check",
                Map.of("route", "FLOW", "priority", "much", "spamRoute", "DISCONNECT")));

        assertThat(text(part, "localPart-error")).isEqualTo("expected a local part");
        assertThat(text(part, "flowId-error")).contains("expected a choice here");
        assertThat(text(part, "fromName-error")).isEmpty();
    }

    @Test
    void showsWhatWillChangeAndSavesItOnlyOnceConfirmed() {
        Visit ada = Visit.of(port, "ada", organisation, MANAGE_DIRECTORY);
        Services.running().answer("PUT", "/api/queues/q7?dryRun=true", 200, """
                {"changes":[{"field":"alertingTimeoutSeconds","from":300,"to":60}]}""");
        Services.running().answer("PUT", "/api/queues/q7", 200, QUEUE);
        Services.running().answer("GET", "/api/queues", 200, "[" + QUEUE + "]");
        int before = puts();

        Document review = page(ada.post(
                QUEUE_PAGE, QUEUE_PAGE, Map.of("version", "3", "name", "Support", "alertingTimeoutSeconds", "60")));

        assertThat(text(review, "change-alertingTimeoutSeconds")).contains("300", "60");
        assertThat(puts()).as("only tried out so far").isEqualTo(before + 1);

        HttpResponse<byte[]> saved = ada.post(QUEUE_PAGE, QUEUE_PAGE + "/save", hidden(review, QUEUE_PAGE + "/save"));

        assertThat(text(page(saved), "notice")).isEqualTo("Support is saved.");
        assertThat(Services.running().asked("/api/queues/q7").stream()
                        .filter(request -> request.method().equals("PUT"))
                        .toList()
                        .getLast()
                        .body())
                .contains("\"version\":3", "\"alertingTimeoutSeconds\":60", "\"memberAgentIds\":[]");
    }

    @Test
    void showsBothVersionsWhereSomebodyElseWasFasterAndTakesWhatIsChosen() {
        Visit ada = Visit.of(port, "ada", organisation, MANAGE_DIRECTORY);
        Document form = ada.page(QUEUE_PAGE);
        Services.running().answer("PUT", "/api/queues/q7?dryRun=true", 409, """
                {"status":409,"detail":"expected version 3 of the queue, but it is now at version 4"}""");
        Services.running()
                .answer("GET", "/api/queues/q7", 200, QUEUE.replace(":3", ":4").replace("80", "90"));
        Map<String, String> mine = new HashMap<>(hidden(form, QUEUE_PAGE));
        mine.putAll(Map.of("name", "Help", "alertingTimeoutSeconds", "300", "serviceLevelPercent", "80"));

        HttpResponse<byte[]> answer = ada.post(QUEUE_PAGE, QUEUE_PAGE, mine);

        assertThat(answer.statusCode()).isEqualTo(409);
        Document conflict = page(answer);
        assertThat(text(conflict, "conflict-name")).contains("Support", "Help", "only you changed it");
        assertThat(text(conflict, "conflict-serviceLevelPercent")).contains("90", "80", "you left it alone");
        assertThat(conflict.select("[data-testid=theirs-serviceLevelPercent]").hasAttr("checked"))
                .isTrue();

        Services.running().answer("PUT", "/api/queues/q7?dryRun=true", 200, """
                {"changes":[{"field":"name","from":"Support","to":"Help"}]}""");
        Map<String, String> chosen = new HashMap<>(hidden(conflict, QUEUE_PAGE + "/merge"));
        chosen.putAll(Map.of("take.name", "MINE", "take.serviceLevelPercent", "THEIRS"));
        Document review = page(ada.post(QUEUE_PAGE, QUEUE_PAGE + "/merge", chosen));

        assertThat(text(review, "change-name")).contains("Support", "Help");
        assertThat(Services.running().asked("/api/queues/q7").getLast().body())
                .contains("\"version\":4", "\"name\":\"Help\"", "\"serviceLevelPercent\":90");
    }

    @Test
    void namesTheUsersOfWhatCannotBeRemoved() {
        Visit ada = Visit.of(port, "ada", organisation, MANAGE_DIRECTORY);
        Services.running().answer("DELETE", "/api/queues/q7", 409, """
                {"status":409,"detail":"expected a queue that nothing uses, but it is used by help@acme.test"}""");

        Services.running().answer("GET", "/api/queues/q7/removal", 200, """
                {"name":"Support","openInteractions":0,"obstacles":["It is used by help@acme.test."],"consequences":[]}""");

        Document page = page(ada.post(QUEUE_PAGE, QUEUE_PAGE + "/remove", Map.of()));

        assertThat(text(page, "obstacles")).contains("help@acme.test");
        assertThat(page.select("[data-testid=confirm-removal]")).isEmpty();
    }

    @Test
    void opensTheFormOfEachKind() {
        Visit ada = Visit.of(port, "ada", organisation, MANAGE_EMAIL, MANAGE_DIRECTORY);
        for (EntryKind kind : Kinds.all()) {
            Document page = ada.page(kind.path() + "/new");
            assertThat(page.select("main form[method=post]").attr("action"))
                    .as(kind.plural())
                    .isEqualTo(kind.path());
            kind.fields()
                    .forEach(field -> assertThat(page.select("[data-testid=" + field.name() + "-error]"))
                            .as(kind.plural() + ": " + field.name())
                            .hasSize(1));
        }
    }

    @Test
    void saysBesideTheRulesForMailWhoLooksForSpamAndViruses() {
        Visit ada = Visit.of(port, "ada", organisation, MANAGE_DIRECTORY);
        Services.running().answer("GET", "/api/mail-rules", 200, "[]");
        assertThat(text(ada.page("/administration/mail-rules"), "scan")).contains("once the first mail has arrived");

        var facts = new Facts(organisation, "anna");
        EmailReceived mail = facts.received(facts.stored("Hello".getBytes(StandardCharsets.UTF_8)), "Hello");
        mail.setSpamScan(new ScanResult(ScanVerdict.CLEAN, "postroom", null, List.of()));
        facts.publish(Topics.EMAIL_EVENTS, mail);
        await().untilAsserted(() -> assertThat(text(ada.page("/administration/mail-rules"), "scan"))
                .contains("No spam filter is connected.", "No virus scanner is connected"));

        var next = new Facts(organisation, "anna");
        EmailReceived later = next.received(next.stored("Hello".getBytes(StandardCharsets.UTF_8)), "Hello");
        later.setOccurredAt(later.getOccurredAt().plusSeconds(1));
        later.setSpamScan(new ScanResult(ScanVerdict.SPAM, "rspamd", 15.0, List.of("GTUBE")));
        later.setVirusScan(new ScanResult(ScanVerdict.CLEAN, "clamav", null, List.of()));
        next.publish(Topics.EMAIL_EVENTS, later);
        await().untilAsserted(() -> assertThat(text(ada.page("/administration/mail-rules"), "scan"))
                .contains("Rspamd looks for spam in each mail.", "ClamAV looks for viruses in each mail."));
        assertThat(ada.page("/administration/mail-rules/new").select("[data-testid=scan]"))
                .isEmpty();
    }

    private static int puts() {
        return (int) Services.running().asked("/api/queues/q7").stream()
                .filter(request -> request.method().equals("PUT"))
                .count();
    }

    /** The hidden fields of the form that is sent there. */
    private static Map<String, String> hidden(Document page, String action) {
        Map<String, String> fields = new HashMap<>();
        page.select("form[action=" + action + "] input[type=hidden]")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.remove("_csrf");
        return fields;
    }

    private static String text(Document page, String testId) {
        return page.select("[data-testid=" + testId + "]").text();
    }

    private static Document page(HttpResponse<byte[]> answer) {
        return Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
    }
}
