package org.postroom.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postroom.events.common.IssuedRecord;
import org.postroom.events.common.MailDirection;
import org.postroom.events.common.RecordPurpose;
import org.postroom.events.common.RecordStatus;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainChecked;
import org.postroom.events.domain.DomainRecordsIssued;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.DomainVerificationDegraded;
import org.postroom.events.domain.DomainVerified;
import org.postroom.local.dns.PublishedRecord;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** The records about TLS that a domain may publish, looked for by real DNS queries, and the policy that they speak of. */
@PostroomIT
@TestPropertySource(
        properties = {
            "postroom.verification.mail-host=mx.postroom.test",
            "postroom.verification.mta-sts.host=mta-sts.postroom.test",
            "postroom.verification.mta-sts.mode=enforce",
            "postroom.verification.tls-reports=tls@postroom.test",
            "postroom.verification.poll=50ms",
            "postroom.verification.schedule.steps[0].every=500ms",
            "postroom.verification.schedule.steps[0].until=10m",
            "postroom.verification.schedule.steady=500ms",
            "postroom.verification.schedule.jitter=0",
            "postroom.dns.timeout=300ms"
        })
class TransportSecurityIT {

    private static final int REQUIRED_AND_ADVISED = 5;

    @LocalServerPort
    private int port;

    @Test
    void offersRecordsAboutTlsWhoseAbsenceMakesNothingWorse() {
        String domain = add("tls-absent.test");
        List<IssuedRecord> issued = issued(domain);
        assertThat(issued)
                .extracting(IssuedRecord::getName, IssuedRecord::getType, IssuedRecord::getRequired)
                .endsWith(
                        tuple("_mta-sts.tls-absent.test", "TXT", false),
                        tuple("mta-sts.tls-absent.test", "CNAME", false),
                        tuple("_smtp._tls.tls-absent.test", "TXT", false));

        publish("tls-absent.test", issued.subList(0, REQUIRED_AND_ADVISED));

        awaitVerified(domain);
        awaitStatus(domain, RecordPurpose.MTA_STS, RecordStatus.MISSING);
        awaitStatus(domain, RecordPurpose.MTA_STS_HOST, RecordStatus.MISSING);
        awaitStatus(domain, RecordPurpose.TLS_REPORTS, RecordStatus.MISSING);
        assertThat(log().all(DomainVerificationDegraded.class))
                .noneMatch(event -> event.getDomainId().equals(domain));
    }

    @Test
    void findsThemAndTellsAnIdThatBelongsToAnotherPolicy() {
        String domain = add("tls.test");
        List<IssuedRecord> issued = issued(domain);

        publish("tls.test", issued);

        awaitStatus(domain, RecordPurpose.MTA_STS, RecordStatus.OK);
        awaitStatus(domain, RecordPurpose.MTA_STS_HOST, RecordStatus.OK);
        awaitStatus(domain, RecordPurpose.TLS_REPORTS, RecordStatus.OK);

        Parts.dns()
                .zones()
                .replace("tls.test", List.of(new PublishedRecord("_mta-sts.tls.test", "TXT", null, "v=STSv1; id=1")));

        awaitStatus(domain, RecordPurpose.MTA_STS, RecordStatus.MISMATCH);
    }

    @Test
    void showsThePolicyToEverybodyForAsLongAsTheDomainsMailComesToUs() throws Exception {
        String domain = add("policy.test");
        List<IssuedRecord> issued = issued(domain);
        assertThat(policy("mta-sts.policy.test").statusCode()).isEqualTo(404);

        publish("policy.test", issued);
        awaitVerified(domain);

        await().until(() -> policy("mta-sts.policy.test").statusCode() == 200);
        HttpResponse<String> policy = policy("MTA-STS.policy.test");
        assertThat(policy.body())
                .isEqualTo("version: STSv1\r\nmode: enforce\r\nmx: mx.postroom.test\r\nmax_age: 2419200\r\n");
        assertThat(policy.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain"));
        assertThat(policy.headers().firstValue("Cache-Control")).hasValue("max-age=300, public");
        String id = policy.headers().firstValue("ETag").orElseThrow().replace("\"", "");
        assertThat(issued.get(REQUIRED_AND_ADVISED).getValue()).isEqualTo("v=STSv1; id=" + id);
        assertThat(policy("policy.test").statusCode()).isEqualTo(404);
        assertThat(policy("mta-sts.postroom.test").statusCode()).isEqualTo(404);

        EventLog.publish(
                Topics.DOMAIN_EVENTS,
                "tls",
                DomainRemoved.newBuilder()
                        .setOrganisationId("tls")
                        .setDomainId(domain)
                        .setDomainName("policy.test")
                        .setRemovedBy("ada")
                        .setOccurredAt(Instant.EPOCH)
                        .build());
        await().until(() -> policy("mta-sts.policy.test").statusCode() == 404);
    }

    private static String add(String name) {
        String id = UUID.randomUUID().toString();
        EventLog.publish(
                Topics.DOMAIN_EVENTS,
                "tls",
                DomainAdded.newBuilder()
                        .setOrganisationId("tls")
                        .setDomainId(id)
                        .setDomainName(name)
                        .setAddedBy("ada")
                        .setOccurredAt(Instant.EPOCH)
                        .build());
        return id;
    }

    private static List<IssuedRecord> issued(String domain) {
        return log().await(
                        DomainRecordsIssued.class, event -> event.getDomainId().equals(domain))
                .getRecords();
    }

    private static void publish(String zone, List<IssuedRecord> records) {
        Parts.dns()
                .zones()
                .publish(
                        zone,
                        records.stream()
                                .map(issued -> new PublishedRecord(
                                        issued.getName(), issued.getType(), null, issued.getValue()))
                                .toList());
    }

    private static void awaitVerified(String domain) {
        log().await(
                        DomainVerified.class,
                        event -> event.getDomainId().equals(domain) && event.getDirection() == MailDirection.RECEIVING);
    }

    private static void awaitStatus(String domain, RecordPurpose purpose, RecordStatus status) {
        log().await(
                        DomainChecked.class,
                        event -> event.getDomainId().equals(domain)
                                && event.getResults().stream()
                                        .anyMatch(result -> result.getExpected().getPurpose() == purpose
                                                && result.getStatus() == status));
    }

    private static EventLog log() {
        return EventLog.of(Topics.DOMAIN_EVENTS);
    }

    /** As a proxy in front of the service asks, for a name that leads to it. */
    private HttpResponse<String> policy(String host) throws Exception {
        try (var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(ProxySelector.of(new InetSocketAddress("localhost", port)))
                .build()) {
            var request = HttpRequest.newBuilder(URI.create("http://" + host + "/.well-known/mta-sts.txt"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
