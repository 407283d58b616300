package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postroom.events.common.DomainType;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.ScoreParts;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.OrganisationChanged;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.domain.OrganisationResumed;
import org.postroom.events.domain.OrganisationSuspended;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.QueueReason;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An organisation from its first day to its last. */
@PostroomIT
class OrganisationLifeIT {

    @LocalServerPort
    private int port;

    @Test
    void beginsWithItsSystemDomainItsRolesAndItsFirstAdministrator() {
        Map<String, Object> wanted = new LinkedHashMap<>(Api.organisation("founded"));
        wanted.put("firstAdministrator", Map.of("userId", "ida", "displayName", "Ida First"));

        Api.operator(port).put("/api/organisations/founded", wanted).has(200);

        var added = domains()
                .await(DomainAdded.class, event -> event.getOrganisationId().equals("founded"));
        assertThat(added.getDomainName()).isEqualTo("founded.postroom.test");
        assertThat(added.getDomainType()).isEqualTo(DomainType.SYSTEM);
        var agent = EventLog.of(Topics.CONFIGURATION)
                .await(AgentConfigured.class, event -> event.getAgentId().equals("ida"));
        assertThat(agent.getRoleIds()).hasSize(1);
        var ida = new Api(port, Parts.identity().token("ida", "founded"));
        assertThat(ida.get("/api/roles").has(200).body()).contains("Administrator", "Supervisor", "Agent");
        var own = ida.get("/api/organisation").has(200).json();
        assertThat(own.get("systemDomainName").asString()).isEqualTo("founded.postroom.test");
        assertThat(own.get("state").asString()).isEqualTo("ACTIVE");
    }

    @Test
    void changesWithItsVersionAndKeepsItsAccountNameWhileASystemDomainHasIt() {
        Api ada = Api.newOrganisation(port, "renamed");
        Api operator = Api.operator(port);
        Map<String, Object> changed = new LinkedHashMap<>(Api.organisation("renamed"));
        changed.put("name", "Renamed GmbH");

        assertThat(operator.put("/api/organisations/renamed", changed).has(409).detail())
                .contains("expected the version");
        changed.put("version", 1);
        operator.put("/api/organisations/renamed", changed).has(200);
        changed.put("accountName", "renamed-too");
        changed.put("version", 2);
        assertThat(operator.put("/api/organisations/renamed", changed).has(409).detail())
                .contains("renamed.postroom.test");
        String systemDomain = ada.get("/api/domains").json().get(0).get("id").asString();
        ada.removeDomain(systemDomain, "renamed.postroom.test").has(204);
        operator.put("/api/organisations/renamed", changed).has(200);
        ada.post("/api/domains", Map.of("type", "SYSTEM")).has(201);

        var event = domains()
                .await(OrganisationChanged.class, each -> each.getAccountName().equals("renamed-too"));
        assertThat(event.getVersion()).isEqualTo(3);
        assertThat(ada.get("/api/domains").body()).contains("renamed-too.postroom.test");
        assertThat(operator.put("/api/organisations/eager", Api.organisation("renamed"))
                        .has(409)
                        .detail())
                .contains("given up lately");
    }

    @Test
    void turnsItsUsersAwayWhileSuspendedAndLosesNothing() {
        Api ada = Api.newOrganisation(port, "paused");
        Api operator = Api.operator(port);
        ada.post("/api/skills", Map.of("name", "Kept")).has(201);

        operator.post("/api/organisations/paused/suspension", Map.of("reason", "The bill is open"))
                .has(204);
        operator.post("/api/organisations/paused/suspension", Map.of("reason", "The bill is open"))
                .has(204);

        assertThat(ada.get("/api/skills").has(403).detail()).contains("The bill is open");
        ada.post("/api/skills", Map.of("name", "No")).has(403);
        assertThat(ada.get("/api/organisation")
                        .has(200)
                        .json()
                        .get("suspendedReason")
                        .asString())
                .isEqualTo("The bill is open");
        operator.delete("/api/organisations/paused/suspension").has(204);
        assertThat(ada.get("/api/skills").has(200).body()).contains("Kept");
        domains()
                .await(
                        OrganisationResumed.class,
                        event -> event.getOrganisationId().equals("paused"));
        assertThat(domains().all(OrganisationSuspended.class))
                .filteredOn(event -> event.getOrganisationId().equals("paused"))
                .hasSize(1);
        operator.post("/api/organisations/paused/suspension", Map.of()).refuses("reason", "there is none");
    }

    @Test
    void goesWithAllThatItOwnsOnceItIsSuspendedAndItsNameConfirmed() {
        Api ada = Api.newOrganisation(port, "leaving");
        Api operator = Api.operator(port);
        String domain = ada.newDomain("leaving.test");
        String help = ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "help"))
                .has(201)
                .id();
        ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "sales", "fromAddress", "help@leaving.test"))
                .has(201);
        EventLog.publish(Topics.INTERACTION_EVENTS, "leaving", "leaving", queued("leaving", help));
        Awaitility.await()
                .untilAsserted(() -> assertThat(operator.get("/api/organisations/leaving/removal")
                                .json()
                                .get("openInteractions")
                                .asInt())
                        .isEqualTo(1));

        String path = "/api/organisations/leaving";
        assertThat(operator.delete(path + "?accountName=leaving").has(409).detail())
                .contains("suspend it first");
        operator.post(path + "/suspension", Map.of("reason", "It goes")).has(204);
        operator.delete(path + "?accountName=leafing").refuses("accountName", "leaving");
        assertThat(operator.delete(path + "?accountName=leaving").has(409).detail())
                .contains("open interactions");
        var preview = operator.get(path + "/removal").has(200).json();
        assertThat(preview.get("counts").get("address").asInt()).isEqualTo(2);
        assertThat(preview.get("consequences").toString()).contains("leaving.postroom.test");
        operator.delete(path + "?accountName=leaving&despiteOpenInteractions=true")
                .has(204);

        var gone = domains()
                .await(
                        OrganisationRemoved.class,
                        event -> event.getOrganisationId().equals("leaving"));
        assertThat(gone.getRemovedBy()).isEqualTo("operator");
        List<String> last = domains().records().stream()
                .filter(each -> "leaving".equals(each.key()))
                .map(each -> ((SpecificRecord) each.value()).getSchema().getName())
                .toList();
        assertThat(last).containsSubsequence("DomainRemoved", "DomainRemoved", "OrganisationRemoved");
        assertThat(last).endsWith("OrganisationRemoved");
        assertThat(domains().all(DomainRemoved.class))
                .filteredOn(event -> event.getOrganisationId().equals("leaving"))
                .hasSize(2);
        assertLastConfigurationIsGone("leaving/");
        operator.get(path).has(404);
        ada.get("/api/skills").has(403);
        assertThat(operator.put(path, Api.organisation("leaving-again"))
                        .has(409)
                        .detail())
                .contains("was removed");
        Api.newOrganisation(port, "heir")
                .post("/api/domains", Map.of("name", "leaving.test"))
                .has(201);
        assertThat(operator.put("/api/organisations/late", Api.organisation("leaving"))
                        .has(409)
                        .detail())
                .contains("stays away from others");
    }

    @Test
    void refusesAccountNamesThatThePlatformNeedsItself() {
        assertThat(Api.operator(port)
                        .put("/api/organisations/mx", Api.organisation("mx"))
                        .has(409)
                        .detail())
                .contains("platform");
    }

    private static void assertLastConfigurationIsGone(String prefix) {
        Awaitility.await().untilAsserted(() -> {
            Map<String, Object> newest = new LinkedHashMap<>();
            EventLog.of(Topics.CONFIGURATION).records().stream()
                    .filter(each -> each.key().startsWith(prefix))
                    .forEach(each -> newest.put(each.key(), each.value() == null ? "gone" : each.value()));
            assertThat(newest).isNotEmpty();
            assertThat(newest.values()).containsOnly("gone");
        });
    }

    static InteractionQueued queued(String organisation, String address) {
        Instant now = Instant.parse("2026-11-23T10:00:00Z");
        return InteractionQueued.newBuilder()
                .setOrganisationId(organisation)
                .setInteractionId("interaction-of-" + organisation)
                .setConversationId("conversation")
                .setEmailId("email")
                .setAddressId(address)
                .setQueueId("queue")
                .setCustomer(MailAddress.newBuilder()
                        .setAddress("customer@example.com")
                        .build())
                .setSubject("Help")
                .setReason(QueueReason.EMAIL_RECEIVED)
                .setScore(ScoreParts.newBuilder()
                        .setPriority(0)
                        .setMinutesWaited(0)
                        .setTotal(0)
                        .build())
                .setWaitingSince(now)
                .setOccurredAt(now)
                .build();
    }

    private static EventLog domains() {
        return EventLog.of(Topics.DOMAIN_EVENTS);
    }
}
