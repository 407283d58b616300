package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postroom.events.common.MailDirection;
import org.postroom.events.common.ReceivingWay;
import org.postroom.events.common.SendingWay;
import org.postroom.events.common.UnverifiedSending;
import org.postroom.events.domain.DomainSettingsChanged;
import org.postroom.events.domain.DomainVerified;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.PostroomIT;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an organisation may call its own, how its mail comes and goes, and what a removal would do. */
@PostroomIT
class DomainRulesIT {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @LocalServerPort
    private int port;

    @Test
    void showsADomainWithAllThatIsKnownOfIt() {
        Api ada = Api.newOrganisation(port, "shown");
        String id = ada.newDomain("Bücher.shown.test");
        ada.post("/api/addresses", Map.of("domainId", id, "localPart", "help")).has(201);

        var domain = ada.get("/api/domains/" + id).has(200).json();

        assertThat(domain.get("name").asString()).isEqualTo("xn--bcher-kva.shown.test");
        assertThat(domain.get("unicodeName").asString()).isEqualTo("bücher.shown.test");
        assertThat(domain.get("type").asString()).isEqualTo("CUSTOM");
        assertThat(domain.get("receivingWay").asString()).isEqualTo("MX");
        assertThat(domain.get("sendingWay").asString()).isEqualTo("PLATFORM");
        assertThat(domain.get("whenUnverified").asString()).isEqualTo("HOLD");
        assertThat(domain.get("mailFromLabel").asString()).isEqualTo("bounce");
        assertThat(domain.get("addresses").asInt()).isEqualTo(1);
    }

    @Test
    void refusesNamesThatNobodyMayCallTheirOwn() {
        Api ada = Api.newOrganisation(port, "nobodys");

        ada.post("/api/domains", Map.of("name", "co.uk")).refuses("name", "public suffix");
        ada.post("/api/domains", Map.of("name", "postroom.test")).refuses("name", "system domains");
        ada.post("/api/domains", Map.of("name", "victim.postroom.test")).refuses("name", "system domains");
        ada.post("/api/domains", Map.of("name", "xn--a.test")).refuses("name", "punycode");
        ada.post("/api/domains", Map.of("type", "OTHER")).refuses("type", "SYSTEM");
        assertThat(ada.post("/api/domains?dryRun=true", Map.of("name", "tried.test"))
                        .has(200)
                        .body())
                .contains("tried.test");
        assertThat(ada.get("/api/domains").body()).doesNotContain("tried.test");
    }

    @Test
    void answersTheSameWhetherOthersClaimOrHaveANameOrNot() {
        Api owner = Api.newOrganisation(port, "above");
        Api curious = Api.newOrganisation(port, "curious");
        String claimed = owner.newDomain("above.test");
        EventLog.publish(Topics.DOMAIN_EVENTS, "above", "above", verified("above", claimed, "above.test"));

        String ofAFreeName = answersToAdding(curious, "nobody.test");
        assertThat(ofAFreeName).contains("NAME", "CUSTOM");
        assertThat(answersToAdding(curious, "above.test")).isEqualTo(ofAFreeName);
        assertThat(answersToAdding(curious, "below.above.test")).isEqualTo(ofAFreeName);
    }

    @Test
    void publishesTheFullSettingsAfterEachChange() {
        Api ada = Api.newOrganisation(port, "settings");
        String id = ada.newDomain("settings.test");
        Map<String, Object> settings = settings(1);
        settings.put("receivingWay", "REDIRECT");
        settings.put("whenUnverified", "SYSTEM_DOMAIN");
        settings.put("mailFromLabel", "Mail");

        assertThat(ada.put("/api/domains/" + id + "?dryRun=true", settings)
                        .has(200)
                        .body())
                .contains("receivingWay", "REDIRECT");
        ada.put("/api/domains/" + id, settings).has(200);

        var changed = EventLog.of(Topics.DOMAIN_EVENTS)
                .await(DomainSettingsChanged.class, event -> event.getDomainId().equals(id));
        assertThat(changed.getSettings().getReceivingWay()).isEqualTo(ReceivingWay.REDIRECT);
        assertThat(changed.getSettings().getSendingWay()).isEqualTo(SendingWay.PLATFORM);
        assertThat(changed.getSettings().getWhenUnverified()).isEqualTo(UnverifiedSending.SYSTEM_DOMAIN);
        assertThat(changed.getSettings().getMailFromLabel()).isEqualTo("mail");
        assertThat(changed.getVersion()).isEqualTo(2);
    }

    @Test
    void refusesSettingsThatCannotWork() {
        Api ada = Api.newOrganisation(port, "unworkable");
        String id = ada.newDomain("unworkable.test");
        String system =
                ada.get("/api/domains?q=postroom").json().get(0).get("id").asString();

        Map<String, Object> unknown = settings(1);
        unknown.put("sendingWay", "CUSTOM_SMTP");
        unknown.put("smtpServerId", "elsewhere");
        ada.put("/api/domains/" + id, unknown).refuses("smtpServerId", "SMTP server of your organisation");
        unknown.remove("smtpServerId");
        ada.put("/api/domains/" + id, unknown).refuses("smtpServerId", "there is none");
        Map<String, Object> redirected = settings(1);
        redirected.put("receivingWay", "REDIRECT");
        ada.put("/api/domains/" + system, redirected).refuses("receivingWay", "expected MX");
        Map<String, Object> twoWrong = settings(1);
        twoWrong.put("receivingWay", "PIGEON");
        twoWrong.put("mailFromLabel", "two.labels");
        var refused = ada.put("/api/domains/" + id, twoWrong).has(422).json();
        assertThat(refused.get("errors")).hasSize(2);
        ada.removeDomain(system, "unworkable.postroom.test").has(204);
        Map<String, Object> fallback = settings(1);
        fallback.put("whenUnverified", "SYSTEM_DOMAIN");
        ada.put("/api/domains/" + id, fallback).refuses("whenUnverified", "system domain");
        ada.post("/api/domains", Map.of("type", "SYSTEM")).has(201);
        ada.post("/api/domains", Map.of("type", "SYSTEM")).has(409);
    }

    @Test
    void tellsWhatARemovalWouldDoAndDoesItOnceTheNameIsConfirmed() {
        Api ada = Api.newOrganisation(port, "removal");
        String id = ada.newDomain("removal.test");
        String system =
                ada.get("/api/domains?q=postroom").json().get(0).get("id").asString();
        String help = ada.post("/api/addresses", Map.of("domainId", id, "localPart", "help"))
                .has(201)
                .id();
        ada.post("/api/addresses", Map.of("domainId", id, "localPart", "sales", "replyTo", "help@removal.test"))
                .has(201);
        String outside = ada.post(
                        "/api/addresses",
                        Map.of("domainId", system, "localPart", "info", "fromAddress", "help@removal.test"))
                .has(201)
                .id();
        EventLog.publish(Topics.INTERACTION_EVENTS, "removal", "removal", OrganisationLifeIT.queued("removal", help));
        Awaitility.await()
                .untilAsserted(() -> assertThat(ada.get("/api/domains/" + id + "/removal")
                                .json()
                                .get("openInteractions")
                                .asInt())
                        .isEqualTo(1));

        var preview = ada.get("/api/domains/" + id + "/removal").has(200).json();
        assertThat(preview.get("addresses").toString()).contains("help@removal.test", "sales@removal.test");
        assertThat(preview.get("obstacles").toString()).contains("address info@removal.postroom.test");
        assertThat(preview.get("consequences").toString()).contains("2 addresses", "1 open interaction");
        ada.delete("/api/domains/" + id).refuses("name", "removal.test");
        assertThat(ada.removeDomain(id, "removal.test").has(409).detail()).contains("info@removal.postroom.test");
        ada.delete("/api/addresses/" + outside).has(204);
        assertThat(ada.removeDomain(id, "removal.test").has(409).detail()).contains("open interactions");
        ada.delete("/api/domains/" + id + "?name=REMOVAL.test&despiteOpenInteractions=true")
                .has(204);
        ada.get("/api/addresses/" + help).has(404);
        assertThat(ada.get("/api/addresses").json()).isEmpty();
    }

    /** What a user sees of a name that is added, but for what is different each time. */
    private static String answersToAdding(Api user, String name) {
        String tried = user.post("/api/domains?dryRun=true", Map.of("name", name))
                .has(200)
                .body();
        var added = user.post("/api/domains", Map.of("name", name)).has(201);
        String read = user.get("/api/domains/" + added.id()).has(200).body();
        user.removeDomain(added.id(), name).has(204);
        return (tried + added.body() + read)
                .replace(added.id(), "ID")
                .replace(name, "NAME")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT[^\"]*", "TIME");
    }

    private static Map<String, Object> settings(int version) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("version", version);
        return settings;
    }

    private static DomainVerified verified(String organisation, String domainId, String name) {
        return DomainVerified.newBuilder()
                .setOrganisationId(organisation)
                .setDomainId(domainId)
                .setDomainName(name)
                .setDirection(MailDirection.SENDING)
                .setOccurredAt(NOW)
                .build();
    }
}
