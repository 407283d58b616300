package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.postroom.domain.removal.Retirements;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.interaction.CloseReason;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is asked before something goes that others hang on, and what becomes of these. */
@PostroomIT
class EntryRemovalsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private Retirements retirements;

    @Test
    void takesAnAgentOutOfTheQueuesOnceThatIsConfirmed() {
        Api ada = Api.newOrganisation(port, "parting");
        ada.put("/api/agents/anna", Map.of("displayName", "Anna")).has(200);
        ada.put("/api/agents/bert", Map.of("displayName", "Bert")).has(200);
        String queue = ada.post("/api/queues", Map.of("name", "Support", "memberAgentIds", List.of("anna", "bert")))
                .has(201)
                .id();

        assertThat(ada.delete("/api/agents/anna").has(409).detail()).contains("queue Support");
        assertThat(ada.get("/api/agents/anna/removal").has(200).body()).contains("Anna leaves 1 queue: Support.");
        ada.delete("/api/agents/anna?confirmed=true").has(204);

        ada.get("/api/agents/anna").has(404);
        assertThat(ada.get("/api/queues/" + queue).json().get("memberAgentIds").toString())
                .isEqualTo("[\"bert\"]");
        assertThat(ada.get("/api/queues/" + queue).json().get("version").asInt())
                .isEqualTo(2);
    }

    @Test
    void deactivatesAnAgentWhoStaysAMember() {
        Api ada = Api.newOrganisation(port, "pausing");
        ada.put("/api/agents/paula", Map.of("displayName", "Paula")).has(200);
        ada.post("/api/queues", Map.of("name", "Support", "memberAgentIds", List.of("paula")))
                .has(201);
        assertThat(ada.get("/api/agents/paula").json().get("active").asBoolean())
                .isTrue();

        ada.put("/api/agents/paula", Map.of("displayName", "Paula", "active", false, "version", 1))
                .has(200);

        var event = EventLog.of(Topics.CONFIGURATION)
                .await(AgentConfigured.class, state -> state.getAgentId().equals("paula") && state.getVersion() == 2);
        assertThat(event.getActive()).isFalse();
    }

    @Test
    void letsAnAddressAnswerWhatIsOpenBeforeItGoes() {
        Api ada = Api.newOrganisation(port, "retiring");
        String domain = ada.newDomain("retiring.test");
        String queue =
                ada.post("/api/queues", Map.of("name", "Support")).has(201).id();
        String help = ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "help", "queueId", queue))
                .has(201)
                .id();
        interactionEvent(OrganisationLifeIT.queued("retiring", help));
        awaitOpen(ada, help);

        assertThat(ada.delete("/api/addresses/" + help).has(409).detail())
                .contains("expected no open interactions of help@retiring.test, but 1 are open");
        assertThat(ada.get("/api/addresses/" + help + "/removal").body())
                .contains("1 open interaction can still be answered in its name");
        ada.delete("/api/addresses/" + help + "?confirmed=true").has(204);

        assertThat(ada.get("/api/addresses/" + help).has(200).json().has("queueId"))
                .isFalse();
        interactionEvent(InteractionClosed.newBuilder()
                .setOrganisationId("retiring")
                .setInteractionId("interaction-of-retiring")
                .setConversationId("conversation")
                .setReason(CloseReason.ANSWERED)
                .setHandleTimeMicros(1)
                .setOccurredAt(Instant.parse("2026-11-23T11:00:00Z"))
                .build());
        await().atMost(PATIENCE)
                .untilAsserted(() -> ada.get("/api/addresses/" + help).has(404));
    }

    @Test
    void keepsAnAddressThatIsGivenMailAgain() {
        Api ada = Api.newOrganisation(port, "returning");
        String domain = ada.newDomain("returning.test");
        String queue =
                ada.post("/api/queues", Map.of("name", "Support")).has(201).id();
        String help = ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "help", "queueId", queue))
                .has(201)
                .id();
        interactionEvent(OrganisationLifeIT.queued("returning", help));
        awaitOpen(ada, help);
        ada.delete("/api/addresses/" + help + "?confirmed=true").has(204);

        ada.put(
                        "/api/addresses/" + help,
                        Map.of("domainId", domain, "localPart", "help", "queueId", queue, "version", 2))
                .has(200);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(retirements.all())
                        .noneMatch(retirement -> retirement.organisationId().equals("returning")));
        ada.get("/api/addresses/" + help).has(200);
    }

    @Test
    void asksBeforeAQueueLosesItsWorkAndKeepsItWhereNobodyWouldBeOfferedThat() {
        Api ada = Api.newOrganisation(port, "emptying");
        String domain = ada.newDomain("emptying.test");
        String sales = ada.post("/api/queues", Map.of("name", "Sales")).has(201).id();
        String queue =
                ada.post("/api/queues", Map.of("name", "Support")).has(201).id();
        Map<String, Object> address = Map.of("domainId", domain, "localPart", "help", "version", 1);
        String help = ada.post("/api/addresses", address).has(201).id();
        var queued = OrganisationLifeIT.queued("emptying", help);
        queued.setQueueId(queue);
        interactionEvent(queued);
        awaitOpen(ada, help);

        assertThat(ada.delete("/api/queues/" + queue).has(409).detail()).contains("its removal must be confirmed");
        assertThat(ada.delete("/api/queues/" + queue + "?confirmed=true")
                        .has(409)
                        .detail())
                .contains("addresses that take no more mail");
        Map<String, Object> routed = new LinkedHashMap<>(address);
        routed.put("queueId", sales);
        ada.put("/api/addresses/" + help, routed).has(200);
        assertThat(ada.get("/api/queues/" + queue + "/removal").has(200).body())
                .contains("1 open interaction of Support wait where their addresses send mail now");
        ada.delete("/api/queues/" + queue + "?confirmed=true").has(204);

        ada.get("/api/queues/" + queue).has(404);
        assertThat(ada.delete("/api/queues/" + sales).has(409).detail()).contains("address help@emptying.test");
    }

    private static void awaitOpen(Api user, String address) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(user.get("/api/addresses/" + address + "/removal")
                                .json()
                                .get("openInteractions")
                                .asInt())
                        .isEqualTo(1));
    }

    private static void interactionEvent(SpecificRecord event) {
        String organisation = String.valueOf(event.get(0));
        EventLog.publish(Topics.INTERACTION_EVENTS, organisation, organisation, event);
    }
}
