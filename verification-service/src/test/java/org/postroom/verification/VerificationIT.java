package org.postroom.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.common.DomainSettings;
import org.postroom.events.common.DomainType;
import org.postroom.events.common.IssuedRecord;
import org.postroom.events.common.MailDirection;
import org.postroom.events.common.ReceivingWay;
import org.postroom.events.common.RecordCheck;
import org.postroom.events.common.RecordPurpose;
import org.postroom.events.common.RecordStatus;
import org.postroom.events.common.SendingWay;
import org.postroom.events.common.ServerOutcome;
import org.postroom.events.domain.DkimKeyIssued;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainChecked;
import org.postroom.events.domain.DomainRecordStatusChanged;
import org.postroom.events.domain.DomainRecordsIssued;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.DomainSettingsChanged;
import org.postroom.events.domain.DomainVerificationDegraded;
import org.postroom.events.domain.DomainVerificationFailed;
import org.postroom.events.domain.DomainVerified;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.domain.RedirectedMailArrived;
import org.postroom.local.dns.Faults;
import org.postroom.local.dns.PublishedRecord;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.ApiContract;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.ManagementPort;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A domain's way from being added to verified, degraded and failed, with real DNS queries. */
@PostroomIT
@TestPropertySource(
        properties = {
            "postroom.verification.mail-host=mx.postroom.test",
            "postroom.verification.grace=4s",
            "postroom.verification.request-pause=5s",
            "postroom.verification.poll=50ms",
            "postroom.verification.lease=5s",
            "postroom.verification.schedule.steps[0].every=500ms",
            "postroom.verification.schedule.steps[0].until=10m",
            "postroom.verification.schedule.steady=500ms",
            "postroom.verification.schedule.jitter=0",
            "postroom.dns.timeout=300ms"
        })
class VerificationIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private JdbcClient database;

    @AfterEach
    void healDns() {
        Parts.dns().faults().clear();
    }

    @Test
    void verifiesADomainOnceItsRecordsArePublished() {
        String domain = add("verifies", "support.verifies.test");
        List<IssuedRecord> issued = awaitIssued(domain, 5).getRecords();
        var missing = awaitChecked(domain, RecordPurpose.OWNERSHIP, RecordStatus.MISSING);

        publish("verifies.test", issued);

        assertThat(missing.getTrigger()).isEqualTo("SCHEDULE");
        awaitVerified(domain, MailDirection.RECEIVING);
        awaitVerified(domain, MailDirection.SENDING);
        assertThat(issued.get(0).getValue()).matches("postroom-verification=[0-9a-f]{32}");
        var found = awaitChecked(domain, RecordPurpose.INBOUND_MX, RecordStatus.OK);
        assertThat(result(found, RecordPurpose.INBOUND_MX)).hasValueSatisfying(check -> {
            assertThat(check.getFound()).containsExactly("10 mx.postroom.test");
            assertThat(check.getServers()).containsExactly("ns1.playground.test");
            assertThat(check.getTtlSeconds()).isPositive();
            assertThat(check.getCure()).isNull();
        });
        JsonNode shown = get("verifies", domain, 200);
        assertThat(shown.at("/receiving/state").asString()).isEqualTo("VERIFIED");
        assertThat(shown.at("/sending/state").asString()).isEqualTo("VERIFIED");
        assertThat(shown.at("/records/0/status").asString()).isEqualTo("OK");
        assertThat(shown.get("checkedAt").asString()).isNotBlank();
    }

    @Test
    void issuesTheDkimRecordToo() {
        String domain = add("dkim", "dkim.test");
        List<IssuedRecord> required = awaitIssued(domain, 5).getRecords();
        String key = "A".repeat(392);

        EventLog.publish(
                Topics.DOMAIN_EVENTS,
                "dkim",
                DkimKeyIssued.newBuilder()
                        .setOrganisationId("dkim")
                        .setDomainId(domain)
                        .setDomainName("dkim.test")
                        .setSelector("postroom1")
                        .setKeyType("rsa")
                        .setPublicKey(key)
                        .setOccurredAt(Instant.EPOCH)
                        .build());

        IssuedRecord dkim = awaitIssued(domain, 6).getRecords().get(2);
        assertThat(dkim.getName()).isEqualTo("postroom1._domainkey.dkim.test");
        assertThat(dkim.getValue()).isEqualTo("v=DKIM1; k=rsa; p=" + key);
        assertThat(dkim.getRequired()).isFalse();
        publish("dkim.test", required);
        awaitVerified(domain, MailDirection.SENDING);
        publish("dkim.test", List.of(dkim));
        awaitChecked(domain, RecordPurpose.DKIM, RecordStatus.OK);
    }

    @Test
    void showsWhatWasFoundInsteadOfWhatWasExpected() {
        String domain = add("mismatch", "mismatch.test");
        awaitIssued(domain, 5);
        publishText("mismatch.test", "_postroom", "postroom-verification=somebody-else");

        var checked = awaitChecked(domain, RecordPurpose.OWNERSHIP, RecordStatus.MISMATCH);

        assertThat(result(checked, RecordPurpose.OWNERSHIP).orElseThrow().getFound())
                .containsExactly("postroom-verification=somebody-else");
        Awaitility.await().untilAsserted(() -> {
            JsonNode ownership = get("mismatch", domain, 200).at("/records/0");
            assertThat(ownership.get("status").asString()).isEqualTo("MISMATCH");
            assertThat(ownership.at("/found/0").asString()).isEqualTo("postroom-verification=somebody-else");
            assertThat(ownership.get("cure").asString()).contains("Replace");
        });
    }

    @Test
    void neverTakesAServersFailureForAbsence() {
        Parts.dns().faults().set("_postroom.broken.test", Faults.Kind.SERVFAIL);
        String domain = add("broken", "broken.test");
        String silent = add("silent", "silent.test");
        Parts.dns().faults().set("_postroom.silent.test", Faults.Kind.DROP);

        awaitChecked(domain, RecordPurpose.OWNERSHIP, RecordStatus.LOOKUP_ERROR);
        awaitChecked(silent, RecordPurpose.OWNERSHIP, RecordStatus.LOOKUP_ERROR);

        assertThat(log().all(DomainChecked.class))
                .filteredOn(event -> event.getDomainId().equals(domain))
                .noneMatch(event -> hasStatus(event, RecordPurpose.OWNERSHIP, RecordStatus.MISSING));
    }

    @Test
    void degradesAVerifiedDomainWhoseRecordIsGoneThenRecoversOrFails() {
        String domain = add("degrades", "degrades.test");
        List<IssuedRecord> issued = awaitIssued(domain, 5).getRecords();
        publish("degrades.test", issued);
        awaitVerified(domain, MailDirection.RECEIVING);
        IssuedRecord mx = issued.get(1);

        Parts.dns().zones().remove("degrades.test", published(mx));
        var degraded = log().await(
                        DomainVerificationDegraded.class,
                        event -> event.getDomainId().equals(domain));
        publish("degrades.test", List.of(mx));
        Awaitility.await().until(() -> verifiedTimes(domain, MailDirection.RECEIVING) == 2);
        Parts.dns().zones().remove("degrades.test", published(mx));
        var failed = log().await(
                        DomainVerificationFailed.class,
                        event -> event.getDomainId().equals(domain));

        assertThat(degraded.getDirection()).isEqualTo(MailDirection.RECEIVING);
        assertThat(degraded.getReason()).contains("MX");
        assertThat(degraded.getGraceEndsAt()).isEqualTo(degraded.getOccurredAt().plus(Duration.ofSeconds(4)));
        assertThat(failed.getDirection()).isEqualTo(MailDirection.RECEIVING);
        assertThat(verifiedTimes(domain, MailDirection.SENDING)).isEqualTo(1);
    }

    @Test
    void keepsAVerifiedDomainWhenItsServersAreOutOfReach() {
        String domain = add("unreachable", "unreachable.test");
        publish("unreachable.test", awaitIssued(domain, 5).getRecords());
        awaitVerified(domain, MailDirection.RECEIVING);

        Parts.dns().faults().set("unreachable.test", Faults.Kind.SERVFAIL);
        awaitChecked(domain, RecordPurpose.INBOUND_MX, RecordStatus.LOOKUP_ERROR);

        assertThat(get("unreachable", domain, 200).at("/receiving/state").asString())
                .isEqualTo("VERIFIED");
    }

    @Test
    void checksOnRequestButNotTooOften() {
        String domain = add("requests", "requests.test");
        awaitIssued(domain, 5);
        awaitChecked(domain, RecordPurpose.OWNERSHIP, RecordStatus.MISSING);

        HttpResponse<String> accepted = send("requests", "POST", "/api/domains/" + domain + "/checks");
        HttpResponse<String> refused = send("requests", "POST", "/api/domains/" + domain + "/checks");

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(refused.headers().firstValue("Retry-After"))
                .hasValueSatisfying(seconds -> assertThat(seconds).matches("[1-5]"));
        log().await(
                        DomainChecked.class,
                        event -> event.getDomainId().equals(domain)
                                && event.getTrigger().equals("REQUEST"));
    }

    @Test
    void forgetsADomainThatWasRemoved() {
        String domain = add("removed", "removed.test");
        awaitIssued(domain, 5);
        assertThat(get("removed", domain, 200)).isNotNull();

        EventLog.publish(
                Topics.DOMAIN_EVENTS,
                "removed",
                DomainRemoved.newBuilder()
                        .setOrganisationId("removed")
                        .setDomainId(domain)
                        .setDomainName("removed.test")
                        .setRemovedBy("ada")
                        .setOccurredAt(Instant.EPOCH)
                        .build());

        Awaitility.await().untilAsserted(() -> get("removed", domain, 404));
        add("removed", "removed.test", domain);
        awaitIssued(add("removed", "barrier-of-removed.test"), 5);
        get("removed", domain, 404);
    }

    @Test
    void showsADomainToItsOrganisationOnly() {
        String domain = add("mine", "mine.test");
        awaitIssued(domain, 5);
        get("mine", domain, 200);

        get("theirs", domain, 404);
        assertThat(send("theirs", "POST", "/api/domains/" + domain + "/checks").statusCode())
                .isEqualTo(404);
        for (String part : List.of("checks", "zone-file", "instructions")) {
            assertThat(send("theirs", "GET", "/api/domains/" + domain + "/" + part)
                            .statusCode())
                    .as(part)
                    .isEqualTo(404);
        }
        assertThat(send("theirs", "GET", "/api/verifications").body()).isEqualTo("[]");
        String agent = Parts.identity().token("grace", "mine", "conversation:email:handle");
        assertThat(sendAs(agent, "GET", "/api/domains/" + domain + "/verification")
                        .statusCode())
                .isEqualTo(403);
        assertThat(sendAs("", "GET", "/api/domains/" + domain + "/verification").statusCode())
                .isEqualTo(401);
    }

    @Test
    void issuesRecordsOnceWhenDomainAddedIsDeliveredTwice() {
        String domain = add("twice", "twice.test");
        add("twice", "twice.test", domain);
        String barrier = add("twice", "barrier.test");
        awaitIssued(barrier, 5);

        assertThat(log().all(DomainRecordsIssued.class))
                .filteredOn(event -> event.getDomainId().equals(domain))
                .hasSize(1);
    }

    @Test
    void verifiesASystemDomainAtOnceAndNeverChecksIt() {
        String domain = UUID.randomUUID().toString();
        publishEvent("system", added("system", domain, "system.postroom.test", DomainType.SYSTEM, usual()));

        awaitVerified(domain, MailDirection.RECEIVING);
        awaitVerified(domain, MailDirection.SENDING);
        JsonNode shown = get("system", domain, 200);
        assertThat(shown.get("records")).isEmpty();
        assertThat(shown.has("nextCheckAt")).isFalse();
        assertThat(shown.at("/ownership/state").asString()).isEqualTo("NOT_NEEDED");
        assertThat(send("system", "POST", "/api/domains/" + domain + "/checks").statusCode())
                .isEqualTo(202);
    }

    @Test
    void verifiesReceivingByRedirectWhenAMailHasComeThrough() {
        String domain = UUID.randomUUID().toString();
        DomainSettings settings = DomainSettings.newBuilder(usual())
                .setReceivingWay(ReceivingWay.REDIRECT)
                .build();
        publishEvent("redirect", added("redirect", domain, "redirect.test", DomainType.CUSTOM, settings));
        DomainRecordsIssued issued = awaitIssued(domain, 4);

        publishEvent(
                "redirect",
                RedirectedMailArrived.newBuilder()
                        .setOrganisationId("redirect")
                        .setDomainId(domain)
                        .setDomainName("redirect.test")
                        .setOccurredAt(Instant.EPOCH)
                        .build());

        awaitVerified(domain, MailDirection.RECEIVING);
        assertThat(issued.getRedirectAddress()).matches("[0-9a-f]{16}@mx\\.postroom\\.test");
        JsonNode shown = get("redirect", domain, 200);
        assertThat(shown.get("receivingWay").asString()).isEqualTo("REDIRECT");
        assertThat(shown.get("redirectProvenAt").asString()).isNotBlank();
        assertThat(shown.get("redirectAddress").asString()).isEqualTo(issued.getRedirectAddress());
    }

    @Test
    void decidesAnewAtOnceWhenTheWayChanges() {
        String domain = add("ways", "ways.test");
        publish("ways.test", awaitIssued(domain, 5).getRecords());
        awaitVerified(domain, MailDirection.RECEIVING);

        publishEvent("ways", changed("ways", domain, "ways.test", ReceivingWay.REDIRECT, SendingWay.CUSTOM_SMTP));

        var failed = log().await(
                        DomainVerificationFailed.class,
                        event -> event.getDomainId().equals(domain));
        assertThat(failed.getDirection()).isEqualTo(MailDirection.RECEIVING);
        Awaitility.await().until(() -> verifiedTimes(domain, MailDirection.SENDING) == 2);
        publishEvent("ways", changed("ways", domain, "ways.test", ReceivingWay.MX, SendingWay.CUSTOM_SMTP));
        Awaitility.await().until(() -> verifiedTimes(domain, MailDirection.RECEIVING) == 2);
    }

    @Test
    void tellsEachRecordsChangeAndKeepsTheHistory() {
        String domain = add("history", "history.test");
        List<IssuedRecord> issued = awaitIssued(domain, 5).getRecords();
        awaitChecked(domain, RecordPurpose.MAIL_FROM_SPF, RecordStatus.MISSING);

        publish("history.test", issued);

        var changed = log().await(
                        DomainRecordStatusChanged.class,
                        event -> event.getDomainId().equals(domain)
                                && event.getRecord().getPurpose() == RecordPurpose.MAIL_FROM_SPF
                                && event.getTo() == RecordStatus.OK);
        assertThat(changed.getFrom()).isEqualTo(RecordStatus.MISSING);
        assertThat(changed.getRecord().getName()).isEqualTo("bounce.history.test");
        var checked = awaitChecked(domain, RecordPurpose.DMARC, RecordStatus.OK);
        assertThat(checked.getDmarc()).isNotNull();
        assertThat(result(checked, RecordPurpose.DMARC).orElseThrow().getAnswers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.getOutcome()).isEqualTo(ServerOutcome.ANSWERED));
        JsonNode newest = JSON.readTree(send("history", "GET", "/api/domains/" + domain + "/checks?limit=200")
                .body());
        assertThat(newest.values())
                .anySatisfy(check -> assertThat(check.get("changes").values())
                        .anySatisfy(change ->
                                assertThat(change.get("to").asString()).isEqualTo("OK")));
        assertThat(send("history", "GET", "/api/domains/" + domain + "/checks?limit=0")
                        .statusCode())
                .isEqualTo(422);
        JsonNode summary =
                JSON.readTree(send("history", "GET", "/api/verifications").body());
        assertThat(summary).singleElement().satisfies(row -> {
            assertThat(row.get("domainName").asString()).isEqualTo("history.test");
            assertThat(row.get("mailFrom").asString()).isEqualTo("OK");
            assertThat(row.get("dmarc").asString()).isEqualTo("PRESENT");
        });
    }

    @Test
    void helpsWhoeverPublishesTheRecords() {
        String domain = add("helps", "support.helps.test");
        awaitIssued(domain, 5);

        HttpResponse<String> zoneFile = send("helps", "GET", "/api/domains/" + domain + "/zone-file");
        HttpResponse<String> instructions = send("helps", "GET", "/api/domains/" + domain + "/instructions");
        JsonNode ownership = get("helps", domain, 200).at("/records/0");

        assertThat(zoneFile.headers().firstValue("Content-Type")).hasValue("text/dns;charset=UTF-8");
        assertThat(zoneFile.body())
                .contains("_postroom.support.helps.test. 3600 IN TXT \"postroom-verification=")
                .contains("support.helps.test. 3600 IN MX 10 mx.postroom.test.");
        assertThat(instructions.body())
                .contains("Name:  _postroom.support.helps.test")
                .contains("Value: 10 mx.postroom.test");
        assertThat(ownership.get("relativeName").asString()).isEqualTo("_postroom.support");
        assertThat(ownership.get("zone").asString()).isEqualTo("helps.test");
    }

    @Test
    void keepsNothingOfAnOrganisationThatWasRemoved() {
        String first = add("leaves", "leaves.test");
        String second = add("leaves", "leaves-too.test");
        awaitIssued(first, 5);
        awaitIssued(second, 5);

        publishEvent(
                "leaves",
                OrganisationRemoved.newBuilder()
                        .setOrganisationId("leaves")
                        .setRemovedBy("operator")
                        .setOccurredAt(Instant.EPOCH)
                        .build());

        Awaitility.await()
                .until(() -> database.sql("select count(*) from mail_domain where organisation_id = 'leaves'")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    @Test
    void describesItsApiToAnyoneAndItsHealthOnlyToThoseWhoRunIt() {
        assertThat(sendAs("", "GET", "/openapi.yaml").body()).contains("/api/domains/{domainId}/verification");
        ManagementPort.of(managementPort).isTheOnlyOneThatTells(port);
    }

    private static String add(String organisation, String name) {
        return add(organisation, name, UUID.randomUUID().toString());
    }

    private static String add(String organisation, String name, String id) {
        EventLog.publish(
                Topics.DOMAIN_EVENTS,
                organisation,
                DomainAdded.newBuilder()
                        .setOrganisationId(organisation)
                        .setDomainId(id)
                        .setDomainName(name)
                        .setAddedBy("ada")
                        .setOccurredAt(Instant.EPOCH)
                        .build());
        return id;
    }

    private static DomainAdded added(
            String organisation, String id, String name, DomainType type, DomainSettings settings) {
        return DomainAdded.newBuilder()
                .setOrganisationId(organisation)
                .setDomainId(id)
                .setDomainName(name)
                .setDomainType(type)
                .setSettings(settings)
                .setAddedBy("ada")
                .setOccurredAt(Instant.EPOCH)
                .build();
    }

    private static DomainSettingsChanged changed(
            String organisation, String id, String name, ReceivingWay receiving, SendingWay sending) {
        return DomainSettingsChanged.newBuilder()
                .setOrganisationId(organisation)
                .setDomainId(id)
                .setDomainName(name)
                .setSettings(DomainSettings.newBuilder(usual())
                        .setReceivingWay(receiving)
                        .setSendingWay(sending)
                        .build())
                .setChangedBy("ada")
                .setVersion(2)
                .setOccurredAt(Instant.EPOCH)
                .build();
    }

    private static DomainSettings usual() {
        return DomainSettings.newBuilder().build();
    }

    private static void publishEvent(String organisation, SpecificRecord event) {
        EventLog.publish(Topics.DOMAIN_EVENTS, organisation, event);
    }

    private static void publish(String zone, List<IssuedRecord> records) {
        Parts.dns()
                .zones()
                .publish(zone, records.stream().map(VerificationIT::published).toList());
    }

    private static void publishText(String zone, String name, String value) {
        Parts.dns().zones().publish(zone, List.of(new PublishedRecord(name, "TXT", null, value)));
    }

    private static PublishedRecord published(IssuedRecord record) {
        return new PublishedRecord(record.getName(), record.getType(), null, record.getValue());
    }

    private static DomainRecordsIssued awaitIssued(String domain, int count) {
        return log().await(
                        DomainRecordsIssued.class,
                        event -> event.getDomainId().equals(domain)
                                && event.getRecords().size() == count);
    }

    private static DomainChecked awaitChecked(String domain, RecordPurpose purpose, RecordStatus status) {
        return log().await(
                        DomainChecked.class,
                        event -> event.getDomainId().equals(domain) && hasStatus(event, purpose, status));
    }

    private static void awaitVerified(String domain, MailDirection direction) {
        log().await(
                        DomainVerified.class,
                        event -> event.getDomainId().equals(domain) && event.getDirection() == direction);
    }

    private static long verifiedTimes(String domain, MailDirection direction) {
        return log().all(DomainVerified.class).stream()
                .filter(event -> event.getDomainId().equals(domain) && event.getDirection() == direction)
                .count();
    }

    private static boolean hasStatus(DomainChecked event, RecordPurpose purpose, RecordStatus status) {
        return result(event, purpose)
                .filter(check -> check.getStatus() == status)
                .isPresent();
    }

    private static Optional<RecordCheck> result(DomainChecked event, RecordPurpose purpose) {
        return event.getResults().stream()
                .filter(check -> check.getExpected().getPurpose() == purpose)
                .findFirst();
    }

    private static EventLog log() {
        return EventLog.of(Topics.DOMAIN_EVENTS);
    }

    private JsonNode get(String organisation, String domain, int status) {
        HttpResponse<String> answer = send(organisation, "GET", "/api/domains/" + domain + "/verification");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String organisation, String method, String path) {
        return sendAs(Parts.identity().token("ada", organisation, "routing:email:manage"), method, path);
    }

    private HttpResponse<String> sendAs(String token, String method, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            ApiContract.of(port).check(answer, null);
            return answer;
        } catch (Exception failed) {
            throw new AssertionError("expected an answer to " + method + " " + path, failed);
        }
    }
}
