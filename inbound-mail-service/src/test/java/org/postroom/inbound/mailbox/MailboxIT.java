package org.postroom.inbound.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.postroom.inbound.reception.smtp.Fixtures.address;
import static org.postroom.inbound.reception.smtp.Fixtures.addressId;
import static org.postroom.inbound.reception.smtp.Fixtures.addressKey;
import static org.postroom.inbound.reception.smtp.Fixtures.domainId;
import static org.postroom.inbound.reception.smtp.Fixtures.redirected;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.events.domain.MailboxConfigured;
import org.postroom.events.domain.MailboxRemoved;
import org.postroom.events.domain.MailboxSignInRefused;
import org.postroom.events.email.EmailReceived;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.ApiContract;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.ManagementPort;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.postroom.testkit.Standings;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Mail that lies in Debian's Dovecot, fetched for an organisation whose domain no record of DNS speaks for. */
@PostroomIT
@TestPropertySource(
        properties = {
            "postroom.inbound.smtp.port=0",
            "postroom.parts.database=true",
            "postroom.inbound.mailboxes.allow-private=true",
            "postroom.inbound.mailboxes.master-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "postroom.inbound.mailboxes.session=2s",
            "postroom.inbound.mailboxes.retry-pause=1s"
        })
@EnabledIf(
        value = "org.postroom.inbound.mailbox.Dovecot#isPresent",
        disabledReason = "dovecot-imapd is not there and cannot be fetched, which takes Debian and its package server")
class MailboxIT {

    private static final String MAILBOXES = "/api/mailboxes";
    private static final String DOMAIN = "boxes.test";
    private static final String ORGANISATION = "boxes";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static Dovecot dovecot;

    private final HttpClient http = HttpClient.newHttpClient();
    private final EventLog mails = EventLog.of(Topics.EMAIL_EVENTS);
    private final EventLog news = EventLog.of(Topics.DOMAIN_EVENTS);

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @BeforeAll
    static void start() {
        dovecot = Dovecot.in(folder);
        Standings.domain(
                ORGANISATION, domainId(DOMAIN), redirected(ORGANISATION, DOMAIN, "token@redirect.postroom.test"));
        EventLog.publish(
                Topics.CONFIGURATION,
                ORGANISATION,
                addressKey(ORGANISATION, DOMAIN, "help"),
                address(ORGANISATION, DOMAIN, "help"));
    }

    @AfterAll
    static void stop() {
        dovecot.close();
    }

    @Test
    void fetchesWhatArrivesAndLeavesItAsItIs() throws Exception {
        dovecot.user("ada", "secret");
        dovecot.deliver("ada", mail("before"));
        String id = add("ada", "secret", Map.of());
        awaitFetching(id);

        dovecot.deliver("ada", mail("after"));

        EmailReceived received = awaitMail(id, "after");
        assertThat(received.getOrganisationId()).isEqualTo(ORGANISATION);
        assertThat(received.getEnvelopeSender()).isEqualTo("bounces@example.org");
        assertThat(received.getRecipients()).singleElement().satisfies(recipient -> {
            assertThat(recipient.getAddressId()).isEqualTo(addressId(DOMAIN, "help"));
            assertThat(recipient.getAddress()).isEqualTo("help@" + DOMAIN);
        });
        assertThat(subjects(id)).containsExactly("after");
        assertThat(dovecot.mails("ada")).hasSize(2).noneMatch(name -> name.contains("S") && name.contains(":2,"));
        MailboxConfigured configured = news.await(
                MailboxConfigured.class, event -> event.getMailboxId().equals(id));
        assertThat(configured.toString()).doesNotContain("secret").doesNotContain("ada");
    }

    @Test
    void marksAndDeletesOnlyWhereThatIsAskedFor() throws Exception {
        dovecot.user("bea", "secret");
        dovecot.deliver("bea", mail("one"));
        String id = add("bea", "secret", Map.of("fetchOld", true, "afterwards", "MARK_READ"));

        awaitMail(id, "one");
        patiently().untilAsserted(() -> assertThat(dovecot.mails("bea")).allMatch(name -> name.endsWith(":2,S")));

        change(id, Map.of("afterwards", "DELETE"));
        dovecot.deliver("bea", mail("two"));
        awaitMail(id, "two");
        patiently().untilAsserted(() -> assertThat(dovecot.mails("bea")).hasSize(1));
        assertThat(subjects(id)).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void tellsThatThePasswordWasChangedAndGoesOnWithTheNewOne() throws Exception {
        dovecot.user("cleo", "old");
        String id = add("cleo", "old", Map.of());
        awaitFetching(id);

        dovecot.user("cleo", "new");
        dovecot.deliver("cleo", mail("meanwhile"));

        MailboxSignInRefused refused = news.await(
                MailboxSignInRefused.class, event -> event.getMailboxId().equals(id));
        assertThat(refused.getHost()).isEqualTo("127.0.0.1");
        patiently().untilAsserted(() -> {
            JsonNode shown = get(id);
            assertThat(shown.get("signInRefused").asBoolean()).isTrue();
            assertThat(shown.get("problem").asString()).contains("refused");
        });
        patiently()
                .untilAsserted(
                        () -> assertThat(ManagementPort.of(managementPort).metrics())
                                .containsPattern("postroom_mailbox_failing_seconds\\{[^}]*mailbox=\"" + id
                                        + "\"[^}]*sign_in_refused=\"true\"[^}]*} [1-9]"));

        change(id, Map.of("password", "new"));

        awaitMail(id, "meanwhile");
        assertThat(subjects(id)).containsExactly("meanwhile");
        patiently().until(() -> !get(id).has("problem"));
    }

    /** Connections are cut wherever they are, in the middle of mails, too: nothing is lost, and repeats have one identifier. */
    @Test
    void fetchesAllWhileConnectionsAreCutAtRandom() throws Exception {
        dovecot.user("dora", "secret");
        String large = "x".repeat(70) + "\n";
        List<String> subjects = IntStream.range(0, 12).mapToObj(i -> "cut-" + i).toList();
        for (String subject : subjects) {
            dovecot.deliver("dora", mail(subject) + large.repeat(9_000));
        }
        String id = add("dora", "secret", Map.of("fetchOld", true));
        var random = new Random(7);

        patiently().pollInterval(Duration.ofMillis(100)).until(() -> {
            if (random.nextInt(4) == 0) {
                dovecot.cutConnections();
            }
            return subjects(id).containsAll(subjects);
        });

        assertThat(emailIds(id)).hasSize(subjects.size());
    }

    @Test
    void doublesNothingWhereAMailboxIsMadeAnew() throws Exception {
        dovecot.user("emma", "secret");
        String id = add("emma", "secret", Map.of("fetchOld", true));
        for (String subject : List.of("first", "second", "third")) {
            dovecot.deliver("emma", mail(subject));
            awaitMail(id, subject);
        }

        dovecot.renumber("emma");
        dovecot.deliver("emma", mail("fourth"));

        awaitMail(id, "fourth");
        assertThat(emailIds(id)).hasSize(4);
    }

    @Test
    void triesAMailboxStepByStepAndForgetsItWhenItIsRemoved() throws Exception {
        dovecot.user("fay", "secret");

        JsonNode good = tried("secret");
        JsonNode bad = tried("wrong");

        assertThat(good.get("ok").asBoolean()).as(good.toString()).isTrue();
        assertThat(outcomes(good)).containsExactly("RESOLVE OK", "TOKEN SKIPPED", "SIGN_IN OK", "FOLDER OK", "IDLE OK");
        assertThat(outcomes(bad))
                .containsExactly("RESOLVE OK", "TOKEN SKIPPED", "SIGN_IN FAILED", "FOLDER SKIPPED", "IDLE SKIPPED");

        String id = add("fay", "secret", Map.of());
        assertThat(ask("DELETE", MAILBOXES + "/" + id, null).statusCode()).isEqualTo(204);
        assertThat(ask("GET", MAILBOXES + "/" + id, null).statusCode()).isEqualTo(404);
        news.await(MailboxRemoved.class, event -> event.getMailboxId().equals(id));
    }

    private JsonNode tried(String password) throws Exception {
        Map<String, Object> form = form("fay", password);
        form.remove("addressId");
        return JSON.readTree(ask("POST", MAILBOXES + "/connection-tests", form).body());
    }

    private static List<String> outcomes(JsonNode tested) {
        return Stream.of(tested.get("steps"))
                .flatMap(steps -> steps.valueStream())
                .map(step ->
                        step.get("step").asString() + " " + step.get("outcome").asString())
                .toList();
    }

    private static String mail(String subject) {
        return """
                Return-Path: <bounces@example.org>
                Delivered-To: help@boxes.test
                From: Ann <ann@example.org>
                To: help@boxes.test
                Subject: %1$s
                Message-ID: <%1$s@example.org>
                Date: Fri, 27 Nov 2026 10:00:00 +0000

                Hello
                """.formatted(subject);
    }

    private static Map<String, Object> form(String user, String password) {
        return new HashMap<>(Map.of(
                "addressId",
                addressId(DOMAIN, "help"),
                "host",
                "127.0.0.1",
                "port",
                dovecot.port(),
                "tls",
                "NONE",
                "userName",
                user,
                "password",
                password));
    }

    private String add(String user, String password, Map<String, Object> more) {
        Map<String, Object> form = form(user, password);
        form.putAll(more);
        var answer = patiently().until(() -> ask("POST", MAILBOXES, form), given -> given.statusCode() == 201);
        return JSON.readTree(answer.body()).get("id").asString();
    }

    private void change(String id, Map<String, Object> wish) throws Exception {
        JsonNode shown = get(id);
        Map<String, Object> form = form(shown.get("userName").asString(), "");
        form.remove("password");
        form.put("fetchOld", shown.get("fetchOld").asBoolean());
        form.put("version", shown.get("version").asLong());
        form.putAll(wish);
        var answer = ask("PUT", MAILBOXES + "/" + id, form);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private JsonNode get(String id) throws IOException, InterruptedException {
        return JSON.readTree(ask("GET", MAILBOXES + "/" + id, null).body());
    }

    private void awaitFetching(String id) {
        patiently().until(() -> get(id).has("fetchedAt"));
    }

    private EmailReceived awaitMail(String mailboxId, String subject) {
        return mails.await(
                EmailReceived.class,
                event -> mailboxId.equals(event.getMailboxId())
                        && event.getSubject().equals(subject));
    }

    private List<String> subjects(String mailboxId) {
        return fetched(mailboxId).map(EmailReceived::getSubject).distinct().toList();
    }

    private List<String> emailIds(String mailboxId) {
        return fetched(mailboxId).map(EmailReceived::getEmailId).distinct().toList();
    }

    private Stream<EmailReceived> fetched(String mailboxId) {
        return mails.all(EmailReceived.class).stream().filter(event -> mailboxId.equals(event.getMailboxId()));
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(60));
    }

    private HttpResponse<String> ask(String method, String path, @Nullable Object body)
            throws IOException, InterruptedException {
        String content = body == null ? null : JSON.writeValueAsString(body);
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(
                        "Authorization",
                        "Bearer " + Parts.identity().token("gus", ORGANISATION, "routing:email:manage"))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        content == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(content))
                .build();
        var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        ApiContract.of(port).check(answer, content);
        return answer;
    }
}
