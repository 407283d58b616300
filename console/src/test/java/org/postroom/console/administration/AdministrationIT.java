package org.postroom.console.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.Services;
import org.postroom.console.signin.Visit;
import org.postroom.events.common.IssuedRecord;
import org.postroom.events.common.MailDirection;
import org.postroom.events.common.RecordCheck;
import org.postroom.events.common.RecordPurpose;
import org.postroom.events.common.RecordStatus;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainChecked;
import org.postroom.events.domain.DomainRecordsIssued;
import org.postroom.events.domain.DomainVerified;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;

class AdministrationIT extends OpenConsole {

    private static final String MANAGE_EMAIL = "routing:email:manage";

    private final String organisation = Facts.id("acme");
    private final String domain = Facts.id("domain");
    private final Facts facts = new Facts(organisation, "anna");

    @Test
    void showsExpectedAndFoundSideBySideUntilTheDomainIsVerified() {
        Visit ada = Visit.of(port, "ada", organisation, MANAGE_EMAIL);
        added().publish(Topics.DOMAIN_EVENTS, checked(RecordStatus.MISMATCH, "postroom=wrong", "Replace it."));

        await().untilAsserted(() -> assertThat(record(ada).attr("data-status")).isEqualTo("MISMATCH"));
        assertThat(record(ada).text()).contains("postroom=right", "postroom=wrong", "Replace it.", "required");

        facts.publish(Topics.DOMAIN_EVENTS, checked(RecordStatus.OK, "postroom=right", null));
        facts.publish(Topics.DOMAIN_EVENTS, verified());
        await().untilAsserted(() -> assertThat(
                        page(ada).select("[data-testid=receiving-state]").attr("data-state"))
                .isEqualTo("VERIFIED"));
        assertThat(record(ada).attr("data-status")).isEqualTo("OK");
        assertThat(ada.page("/administration/domains")
                        .select("[data-testid=domain-support.acme.test]")
                        .text())
                .contains("Verified");
    }

    @Test
    void showsADomainBeforeItsFirstEventHasArrived() {
        Visit ada = Visit.of(port, "ada", organisation, MANAGE_EMAIL);
        Services.running()
                .answer("GET", "/api/domains/" + domain, 200, "{\"id\":\"" + domain + "\",\"name\":\"new.acme.test\"}");

        assertThat(page(ada).text()).contains("new.acme.test", "The records are being made");
    }

    @Test
    void hidesDomainsFromOtherOrganisations() {
        Visit ada = Visit.of(port, "ada", organisation, MANAGE_EMAIL);
        added();
        await().untilAsserted(() -> assertThat(page(ada).text()).contains("support.acme.test"));

        Visit stranger = Visit.of(port, "gus", Facts.id("globex"), MANAGE_EMAIL);

        assertThat(stranger.get("/administration/domains/" + domain).statusCode())
                .isEqualTo(404);
        assertThat(stranger.page("/administration/domains").text()).contains("No domains yet");
    }

    @Test
    void forgetsWhatWasRemoved() {
        Visit ada = Visit.of(port, "ada", organisation, "routing:supervise");
        String key = organisation + "/queue/q1";
        facts.publish(
                Topics.CONFIGURATION,
                key,
                QueueConfigured.newBuilder()
                        .setOrganisationId(organisation)
                        .setQueueId("q1")
                        .setName("Support")
                        .setChangedBy("ada")
                        .setVersion(1)
                        .setOccurredAt(Facts.NOW)
                        .build());
        await().untilAsserted(() -> assertThat(ada.page("/supervision").select("[data-testid=queue-Support]"))
                .hasSize(1));

        EventLog.publish(Topics.CONFIGURATION, organisation, key, null);

        await().untilAsserted(() -> assertThat(ada.page("/supervision").text()).contains("No queues yet"));
    }

    private Facts added() {
        facts.publish(
                Topics.DOMAIN_EVENTS,
                DomainAdded.newBuilder()
                        .setOrganisationId(organisation)
                        .setDomainId(domain)
                        .setDomainName("support.acme.test")
                        .setAddedBy("ada")
                        .setOccurredAt(Facts.NOW)
                        .build());
        return facts.publish(
                Topics.DOMAIN_EVENTS,
                DomainRecordsIssued.newBuilder()
                        .setOrganisationId(organisation)
                        .setDomainId(domain)
                        .setDomainName("support.acme.test")
                        .setRecords(List.of(ownership()))
                        .setOccurredAt(Facts.NOW)
                        .build());
    }

    private DomainChecked checked(RecordStatus status, String found, String cure) {
        return DomainChecked.newBuilder()
                .setOrganisationId(organisation)
                .setDomainId(domain)
                .setDomainName("support.acme.test")
                .setTrigger("SCHEDULE")
                .setDurationMicros(1)
                .setResults(List.of(RecordCheck.newBuilder()
                        .setExpected(ownership())
                        .setFound(List.of(found))
                        .setStatus(status)
                        .setCure(cure)
                        .build()))
                .setOccurredAt(Facts.NOW)
                .build();
    }

    private DomainVerified verified() {
        return DomainVerified.newBuilder()
                .setOrganisationId(organisation)
                .setDomainId(domain)
                .setDomainName("support.acme.test")
                .setDirection(MailDirection.RECEIVING)
                .setOccurredAt(Facts.NOW)
                .build();
    }

    private static IssuedRecord ownership() {
        return IssuedRecord.newBuilder()
                .setPurpose(RecordPurpose.OWNERSHIP)
                .setRequired(true)
                .setName("_postroom.support.acme.test")
                .setType("TXT")
                .setValue("postroom=right")
                .build();
    }

    private Document page(Visit visit) {
        return visit.page("/administration/domains/" + domain);
    }

    private org.jsoup.select.Elements record(Visit visit) {
        return page(visit).select("[data-testid=record-OWNERSHIP]");
    }
}
