package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Name;
import org.postroom.domain.skill.Skill;
import org.postroom.events.common.SkillRequirement;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.HistoryInclusion;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.configuration.SignatureConfigured;
import org.postroom.events.configuration.SkillConfigured;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.domain.OrganisationCreated;
import org.postroom.runtime.security.SignedInUser;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every change reaches the log as its event, in order; a change that was refused leaves none. */
@PostroomIT
class DirectoryEventsIT {

    @LocalServerPort
    private int port;

    @Autowired
    private Changes changes;

    @Autowired
    private Directory<Skill> skills;

    @Test
    void publishesOrganisationCreatedOnceHoweverOftenItIsRequested() {
        Api.newOrganisation(port, "created");
        Api.newOrganisation(port, "created")
                .post("/api/skills", Map.of("name", "Barrier"))
                .has(201);

        configuration()
                .await(SkillConfigured.class, skill -> skill.getOrganisationId().equals("created"));
        var event = domains()
                .await(
                        OrganisationCreated.class,
                        created -> created.getOrganisationId().equals("created"));
        assertThat(event.getAccountName()).isEqualTo("created");
        assertThat(event.getDefaultLanguage()).isEqualTo("en");
        assertThat(event.getTimeZone()).isEqualTo("Europe/Berlin");
        assertThat(domains().all(OrganisationCreated.class))
                .filteredOn(created -> created.getOrganisationId().equals("created"))
                .hasSize(1);
    }

    @Test
    void publishesDomainAddedAndDomainRemoved() {
        Api ada = Api.newOrganisation(port, "added");

        String id = ada.post("/api/domains", Map.of("name", "Bücher.Added.test"))
                .has(201)
                .id();
        var added = domains()
                .awaitRecord(DomainAdded.class, event -> event.getDomainId().equals(id));
        ada.removeDomain(id, "xn--bcher-kva.added.test").has(204);

        assertThat(added.key()).isEqualTo("added");
        assertThat(((DomainAdded) added.value()).getDomainName()).isEqualTo("xn--bcher-kva.added.test");
        assertThat(((DomainAdded) added.value()).getAddedBy()).isEqualTo("ada@added");
        var removed = domains()
                .await(DomainRemoved.class, event -> event.getDomainId().equals(id));
        assertThat(removed.getDomainName()).isEqualTo("xn--bcher-kva.added.test");
        assertThat(removed.getRemovedBy()).isEqualTo("ada@added");
    }

    @Test
    void publishesTheFullStateOfEverythingThatAnAddressNeedsAndOfTheAddress() {
        Api ada = Api.newOrganisation(port, "full");
        String domain = ada.post("/api/domains", Map.of("name", "support.full.test"))
                .has(201)
                .id();
        String skill =
                ada.post("/api/skills", Map.of("name", "Billing")).has(201).id();
        ada.put(
                        "/api/agents/grace",
                        Map.of(
                                "displayName",
                                "Grace Hopper",
                                "emailCapacity",
                                3,
                                "skills",
                                List.of(Map.of("skillId", skill, "proficiency", 4)),
                                "languages",
                                List.of("en", "de")))
                .has(200);
        String queue = ada.post(
                        "/api/queues",
                        Map.of("name", "Support", "memberAgentIds", List.of("grace"), "alertingTimeoutSeconds", 60))
                .has(201)
                .id();
        String signature = ada.post(
                        "/api/signatures",
                        Map.of("name", "Standard", "html", "<p>Yours<script>x()</script></p>", "text", "Yours"))
                .has(201)
                .id();

        String address = ada.post("/api/addresses", addressBody(domain, queue, skill, signature))
                .has(201)
                .id();

        var agent = configuration()
                .await(AgentConfigured.class, event -> event.getOrganisationId().equals("full"));
        assertThat(agent.getEmailCapacity()).isEqualTo(3);
        assertThat(agent.getLanguages()).containsExactly("en", "de");
        assertThat(agent.getSkills()).containsExactly(new SkillRequirement(skill, 4));
        var queued = configuration()
                .await(QueueConfigured.class, event -> event.getQueueId().equals(queue));
        assertThat(queued.getMemberAgentIds()).containsExactly("grace");
        assertThat(queued.getAlertingTimeoutSeconds()).isEqualTo(60);
        var signed = configuration()
                .await(
                        SignatureConfigured.class,
                        event -> event.getSignatureId().equals(signature));
        assertThat(signed.getHtml()).isEqualTo("<p>Yours</p>");
        var configured = configuration()
                .awaitRecord(
                        AddressConfigured.class, event -> event.getAddressId().equals(address));
        assertThat(configured.key()).isEqualTo("full/address/" + address);
        assertThat((AddressConfigured) configured.value()).satisfies(event -> {
            assertThat(event.getDomainName()).isEqualTo("support.full.test");
            assertThat(event.getLocalPart()).isEqualTo("help");
            assertThat(event.getFromName()).isEqualTo("Full Support");
            assertThat(event.getFromAddress()).isEqualTo("help@support.full.test");
            assertThat(event.getReplyTo()).isEqualTo("help@support.full.test");
            assertThat(event.getHiddenBcc()).containsExactly("archive@elsewhere.test");
            assertThat(event.getQueueId()).isEqualTo(queue);
            assertThat(event.getSkills()).containsExactly(new SkillRequirement(skill, 3));
            assertThat(event.getLanguage()).isEqualTo("de");
            assertThat(event.getPriority()).isEqualTo(10);
            assertThat(event.getSignatureId()).isEqualTo(signature);
            assertThat(event.getHistory()).isEqualTo(HistoryInclusion.AGENT_DECIDES);
            assertThat(event.getMultipleActions()).isTrue();
            assertThat(event.getVersion()).isEqualTo(1);
            assertThat(event.getChangedBy()).isEqualTo("ada@full");
        });
    }

    @Test
    void publishesEachVersionInOrderAndThenTheRemoval() {
        Api ada = Api.newOrganisation(port, "versions");
        String id = ada.post("/api/skills", Map.of("name", "One")).has(201).id();

        ada.put("/api/skills/" + id, Map.of("name", "Two", "version", 1)).has(200);
        ada.put("/api/skills/" + id, Map.of("name", "Two", "version", 2)).has(200);
        ada.put("/api/skills/" + id, Map.of("name", "Three", "version", 2)).has(200);
        ada.delete("/api/skills/" + id).has(204);

        String key = "versions/skill/" + id;
        Awaitility.await()
                .untilAsserted(() -> assertThat(configuration().records().stream()
                                .filter(entry -> key.equals(entry.key()))
                                .map(entry -> entry.value() instanceof SkillConfigured skill ? skill.getName() : "gone")
                                .toList())
                        .containsExactly("One", "Two", "Three", "gone"));
    }

    @Test
    void publishesNothingWhenAChangeIsRefused() {
        Api ada = Api.newOrganisation(port, "refused");
        ada.post("/api/skills", Map.of("name", "Taken")).has(201);

        ada.post("/api/skills", Map.of("name", "taken")).has(409);
        ada.post("/api/queues", Map.of("name", "Broken", "memberAgentIds", List.of("nobody")))
                .has(422);
        ada.post("/api/skills", Map.of("name", "Barrier")).has(201);

        configuration()
                .await(
                        SkillConfigured.class,
                        skill -> skill.getOrganisationId().equals("refused")
                                && skill.getName().equals("Barrier"));
        assertThat(configuration().records().stream()
                        .filter(entry -> entry.key().startsWith("refused/skill/"))
                        .map(entry -> (SpecificRecord) entry.value()))
                .hasSize(2);
    }

    @Test
    void publishesNothingOfAChangeThatWasRolledBack() {
        Api ada = Api.newOrganisation(port, "rolled-back");
        var user = new SignedInUser("ada", "rolled-back", "Ada", Set.of());

        assertThatThrownBy(() -> changes.inOrganisation("rolled-back", () -> {
                    skills.create(user, new Skill(new Name("Never")));
                    throw new IllegalStateException("the power is gone");
                }))
                .hasMessage("the power is gone");
        ada.post("/api/skills", Map.of("name", "After")).has(201);

        configuration()
                .await(
                        SkillConfigured.class,
                        skill -> skill.getOrganisationId().equals("rolled-back")
                                && skill.getName().equals("After"));
        assertThat(configuration().all(SkillConfigured.class))
                .noneMatch(skill -> skill.getName().equals("Never"));
        assertThat(ada.get("/api/skills").json()).hasSize(1);
    }

    private static Map<String, Object> addressBody(String domain, String queue, String skill, String signature) {
        return Map.ofEntries(
                Map.entry("domainId", domain),
                Map.entry("localPart", "Help"),
                Map.entry("fromName", "Full Support"),
                Map.entry("replyTo", "help@support.full.test"),
                Map.entry("hiddenBcc", List.of("archive@elsewhere.test")),
                Map.entry("queueId", queue),
                Map.entry("skills", List.of(Map.of("skillId", skill, "proficiency", 3))),
                Map.entry("language", "de"),
                Map.entry("priority", 10),
                Map.entry("signatureId", signature),
                Map.entry("history", "AGENT_DECIDES"),
                Map.entry("multipleActions", true));
    }

    private static EventLog domains() {
        return EventLog.of(Topics.DOMAIN_EVENTS);
    }

    private static EventLog configuration() {
        return EventLog.of(Topics.CONFIGURATION);
    }
}
