package org.postroom.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postroom.events.common.DomainSettings;
import org.postroom.events.common.IssuedRecord;
import org.postroom.events.common.MailDirection;
import org.postroom.events.common.ReceivingWay;
import org.postroom.events.common.SendingWay;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainRecordsIssued;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.DomainVerificationFailed;
import org.postroom.events.domain.DomainVerified;
import org.postroom.events.domain.RedirectedMailArrived;
import org.postroom.local.dns.PublishedRecord;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.ApiContract;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Several organisations claim one name: who proves it first has it, and nobody learns of others before. */
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
class ClaimedNamesIT {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String NOT_YET = "this is not yet possible";

    @LocalServerPort
    private int port;

    @Test
    void givesANameToTheFirstWhoProvesItAndToTheNextOnceThatProofIsGone() {
        String squatter = add(
                "claims-squatter", "contested.test", DomainSettings.newBuilder().build());
        String owner = add(
                "claims-owner", "contested.test", DomainSettings.newBuilder().build());
        List<IssuedRecord> ofSquatter = issued(squatter);
        List<IssuedRecord> ofOwner = issued(owner);
        assertThat(ofOwner.getFirst().getValue())
                .isNotEqualTo(ofSquatter.getFirst().getValue());

        publish(ofOwner);
        DomainVerified verified = awaitVerified(owner, MailDirection.RECEIVING);
        assertThat(verified.getOfName()).isTrue();
        Awaitility.await()
                .untilAsserted(() -> assertThat(ownership("claims-squatter", squatter))
                        .as("who has proven nothing learns nothing")
                        .contains("MISMATCH")
                        .doesNotContain(NOT_YET, "in use"));

        publish(List.of(ofSquatter.getFirst()));
        Awaitility.await()
                .untilAsserted(() -> assertThat(ownership("claims-squatter", squatter))
                        .contains("WAITING", NOT_YET)
                        .doesNotContain("claims-owner"));
        assertThat(shown("claims-owner", owner).at("/receiving/state").asString())
                .isEqualTo("VERIFIED");
        assertThat(verifiedTimes(squatter)).isZero();

        Parts.dns().zones().remove("contested.test", published(ofOwner.getFirst()));
        DomainVerified next = awaitVerified(squatter, MailDirection.SENDING);

        DomainVerificationFailed failed = log().await(
                        DomainVerificationFailed.class,
                        event -> event.getDomainId().equals(owner) && event.getDirection() == MailDirection.SENDING);
        assertThat(next.getOccurredAt()).isAfterOrEqualTo(failed.getOccurredAt());
        publish(List.of(ofOwner.getFirst()));
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(ownership("claims-owner", owner)).contains("WAITING", NOT_YET));
    }

    @Test
    void freesTheNameOfADomainThatIsRemoved() {
        String first = add(
                "claims-first", "handed-over.test", DomainSettings.newBuilder().build());
        publish(issued(first));
        awaitVerified(first, MailDirection.SENDING);
        String second = add(
                "claims-second", "handed-over.test", DomainSettings.newBuilder().build());
        publish(List.of(issued(second).getFirst()));
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(ownership("claims-second", second)).contains("WAITING"));

        EventLog.publish(
                Topics.DOMAIN_EVENTS,
                "claims-first",
                DomainRemoved.newBuilder()
                        .setOrganisationId("claims-first")
                        .setDomainId(first)
                        .setDomainName("handed-over.test")
                        .setRemovedBy("ada")
                        .setOccurredAt(Instant.EPOCH)
                        .build());

        assertThat(awaitVerified(second, MailDirection.SENDING).getOfName()).isTrue();
    }

    @Test
    void givesNoNameToWhoeverOnlyRedirectsAndSendsThroughAServerOfTheirOwn() {
        String squatter = add(
                "claims-redirect",
                "redirected-away.test",
                DomainSettings.newBuilder()
                        .setReceivingWay(ReceivingWay.REDIRECT)
                        .setSendingWay(SendingWay.CUSTOM_SMTP)
                        .build());
        EventLog.publish(
                Topics.DOMAIN_EVENTS,
                "claims-redirect",
                RedirectedMailArrived.newBuilder()
                        .setOrganisationId("claims-redirect")
                        .setDomainId(squatter)
                        .setDomainName("redirected-away.test")
                        .setOccurredAt(Instant.EPOCH)
                        .build());
        assertThat(awaitVerified(squatter, MailDirection.RECEIVING).getOfName()).isFalse();
        assertThat(awaitVerified(squatter, MailDirection.SENDING).getOfName()).isFalse();

        String owner = add(
                "claims-rightful",
                "redirected-away.test",
                DomainSettings.newBuilder().build());
        publish(issued(owner));

        assertThat(awaitVerified(owner, MailDirection.RECEIVING).getOfName()).isTrue();
    }

    private static String add(String organisation, String name, DomainSettings settings) {
        String id = UUID.randomUUID().toString();
        EventLog.publish(
                Topics.DOMAIN_EVENTS,
                organisation,
                DomainAdded.newBuilder()
                        .setOrganisationId(organisation)
                        .setDomainId(id)
                        .setDomainName(name)
                        .setAddedBy("ada")
                        .setSettings(settings)
                        .setOccurredAt(Instant.EPOCH)
                        .build());
        return id;
    }

    private static List<IssuedRecord> issued(String domain) {
        return log().await(
                        DomainRecordsIssued.class, event -> event.getDomainId().equals(domain))
                .getRecords();
    }

    private static void publish(List<IssuedRecord> records) {
        String name = records.getFirst().getName().replaceFirst("^_postroom\\.", "");
        Parts.dns()
                .zones()
                .publish(name, records.stream().map(ClaimedNamesIT::published).toList());
    }

    private static PublishedRecord published(IssuedRecord record) {
        return new PublishedRecord(record.getName(), record.getType(), null, record.getValue());
    }

    private static DomainVerified awaitVerified(String domain, MailDirection direction) {
        return log().await(
                        DomainVerified.class,
                        event -> event.getDomainId().equals(domain) && event.getDirection() == direction);
    }

    private static long verifiedTimes(String domain) {
        return log().all(DomainVerified.class).stream()
                .filter(event -> event.getDomainId().equals(domain))
                .count();
    }

    private static EventLog log() {
        return EventLog.of(Topics.DOMAIN_EVENTS);
    }

    private String ownership(String organisation, String domain) {
        return shown(organisation, domain).get("ownership").toString();
    }

    private JsonNode shown(String organisation, String domain) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/domains/" + domain + "/verification"))
                .header(
                        "Authorization",
                        "Bearer " + Parts.identity().token("ada", organisation, "routing:email:manage"))
                .build();
        try {
            HttpResponse<String> answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
            ApiContract.of(port).check(answer, null);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (Exception failed) {
            throw new AssertionError("expected an answer about " + domain, failed);
        }
    }
}
