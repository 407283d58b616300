package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.postroom.events.configuration.FlowConfigured;
import org.postroom.events.configuration.FlowMention;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.PostroomIT;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Definitions of flows are checked when they are saved and when they are published, and can be tried on a mail. */
@PostroomIT
class FlowIT {

    @LocalServerPort
    private int port;

    private Api ada;
    private String support;
    private String complaints;

    @BeforeEach
    void organisation(TestInfo test) {
        var name = "flow-" + Math.floorMod(test.getDisplayName().hashCode(), 1_000_000);
        ada = Api.newOrganisation(port, name);
        support = ada.post("/api/queues", Map.of("name", "Support")).has(201).id();
        complaints =
                ada.post("/api/queues", Map.of("name", "Complaints")).has(201).id();
    }

    @Test
    void refusesADefinitionThatCannotBeRunAndNamesTheStep() {
        refuses("steps: [{when: subjct == \"x\", transfer: Support}]", "steps[0].when", "there is none called subjct");
        refuses("steps: [{when: subject, transfer: Support}]", "steps[0].when", "true or false");
        refuses("steps: [{priority: 1}, {teleport: Support}]", "steps[1].teleport", "but got teleport");
        refuses("steps: [{transfer: Sales}]", "steps[0].transfer", "none called Sales");
        refuses("steps: [{skills: [{skill: Tax}]}]", "steps[0].skills[0].skill", "none called Tax");
        refuses("steps: [{call: Nightly}]", "steps[0].call", "none called Nightly");

        var errors = ada.post("/api/flows", flow("Triage", "steps: [{transfer: Sales}, {when: 1, transfer: Support}]"))
                .has(422)
                .json()
                .get("errors");
        assertThat(errors)
                .hasSize(2)
                .allSatisfy(error -> assertThat(error.get("field").asString()).isEqualTo("definition"));
    }

    private void refuses(String definition, String step, String rule) {
        ada.post("/api/flows", flow("Triage", definition)).refuses("definition", step + ": expected ");
        ada.post("/api/flows", flow("Triage", definition)).refuses("definition", rule);
    }

    @Test
    void saysInItsEventWhatItsNamesMeanAndKeepsThat() {
        String id = ada.post("/api/flows", flow("Triage", "steps: [{transfer: complaints}]"))
                .has(201)
                .id();
        ada.post("/api/flows/" + id + "/publication", Map.of("definitionVersion", 1))
                .has(200);

        var published = EventLog.of(Topics.CONFIGURATION)
                .await(
                        FlowConfigured.class,
                        event -> event.getFlowId().equals(id) && event.getPublishedDefinition() != null);
        assertThat(published.getPublishedMentions())
                .containsExactly(new FlowMention("queue", "complaints", complaints));
        assertThat(ada.delete("/api/queues/" + complaints).has(409).detail()).contains("flow Triage");

        ada.put("/api/queues/" + complaints, Map.of("name", "Grievances", "version", 1))
                .has(200);
        ada.put("/api/flows/" + id, change("Triage by subject", "steps: [{transfer: complaints}]", 2))
                .has(200);
        ada.put("/api/flows/" + id, change("Triage", "steps: [{priority: 1, transfer: complaints}]", 3))
                .refuses("definition", "none called complaints");
    }

    @Test
    void publishesNothingThatCannotBeRunAnyMore() {
        String id = ada.post("/api/flows", flow("Triage", "steps: [{transfer: Complaints}]"))
                .has(201)
                .id();
        ada.put("/api/flows/" + id, change("Triage", "steps: []", 1)).has(200);
        ada.delete("/api/queues/" + complaints).has(204);

        ada.post("/api/flows/" + id + "/publication", Map.of("definitionVersion", 1))
                .refuses("definitionVersion", "none called Complaints");
        ada.post("/api/flows/" + id + "/publication", Map.of("definitionVersion", 2))
                .has(200);
    }

    @Test
    void holdsFlowsThatCallEachOtherToWhatCanBeRun() {
        String inner = ada.post("/api/flows", flow("Inner", "steps: [{addPriority: 3}]"))
                .has(201)
                .id();
        String outer = ada.post("/api/flows", flow("Outer", "steps: [{call: inner}, {transfer: Support}]"))
                .has(201)
                .id();

        ada.put("/api/flows/" + inner, change("Inner", "steps: [{call: Inner}]", 1))
                .refuses("definition", "does not call itself");
        ada.post("/api/flows/" + outer + "/publication", Map.of("definitionVersion", 1))
                .refuses("definitionVersion", "inner is not");
        ada.post("/api/flows/" + inner + "/publication", Map.of("definitionVersion", 1))
                .has(200);
        ada.post("/api/flows/" + outer + "/publication", Map.of("definitionVersion", 1))
                .has(200);
        ada.delete("/api/flows/" + inner).has(409);

        var trial =
                ada.post("/api/flows/" + outer + "/trial", Map.of()).has(200).json();
        assertThat(trial.get("priority").asInt()).isEqualTo(3);
        assertThat(trial.get("queueId").asString()).isEqualTo(support);
        assertThat(trial.get("path")).hasSize(3);
    }

    @Test
    void triesAFlowOnAMailWithoutAnyEffect() {
        String id = ada.post("/api/flows", flow("Triage", """
                        steps:
                          - name: Complaints
                            when: subject.contains("complaint") && sender.domain == "customer.example"
                            attributes: {Reason: complaint}
                            transfer: Complaints
                          - when: attachments.exists(a, a.type == "application/zip")
                            disconnect: No archives
                        """)).has(201).id();
        var facts = Map.of("subject", "A complaint", "sender", Map.of("address", "carla@Customer.example"));

        var byFacts = ada.post("/api/flows/" + id + "/trial", Map.of("facts", facts))
                .has(200)
                .json();
        assertThat(byFacts.get("outcome").asString()).isEqualTo("TRANSFERRED");
        assertThat(byFacts.get("queueId").asString()).isEqualTo(complaints);
        assertThat(byFacts.at("/attributes/Reason").asString()).isEqualTo("complaint");
        assertThat(byFacts.at("/path/0/name").asString()).isEqualTo("Complaints");

        var byMessage = ada.post("/api/flows/" + id + "/trial", Map.of("message", """
                        From: Carla <carla@customer.example>
                        To: help@support.example
                        Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=
                        Content-Type: application/zip; name=a.zip
                        Content-Transfer-Encoding: base64

                        UEsFBg==
                        """))
                .has(200)
                .json();
        assertThat(byMessage.get("outcome").asString()).isEqualTo("DISCONNECTED");
        assertThat(byMessage.get("explanation").asString()).isEqualTo("No archives");
        assertThat(byMessage.has("queueId")).isFalse();

        var byDraft = ada.post(
                        "/api/flows/" + id + "/trial",
                        Map.of("definition", "steps: [{when: 1 / size(to) == 1, transfer: Complaints}]"))
                .has(200)
                .json();
        assertThat(byDraft.get("outcome").asString()).isEqualTo("FAILED");
        assertThat(byDraft.get("queueId").asString()).isEqualTo(support);
        assertThat(byDraft.get("explanation").asString()).contains("step 1");
        ada.post("/api/flows/" + id + "/trial", Map.of("definition", "steps: [{transfer: Sales}]"))
                .refuses("definition", "steps[0].transfer");

        assertThat(ada.get("/api/flows/" + id + "/versions").has(200).json()).hasSize(1);
    }

    @Test
    void takesFlowsThatCallEachOtherFromADocumentInWhateverOrderTheyStandThere() {
        ada.exchange("POST", "/api/configuration", "application/yaml", """
                format: postroom/1
                flows:
                  A first:
                    fallbackQueue: Support
                    definition: "steps: [{call: B second}]"
                    publishedDefinition: "steps: [{call: B second}]"
                  B second:
                    fallbackQueue: Support
                    definition: "steps: []"
                    publishedDefinition: "steps: []"
                """);

        assertThat(ada.get("/api/flows").has(200).json()).hasSize(2);
    }

    private Map<String, Object> flow(String name, String definition) {
        return Map.of("name", name, "fallbackQueueId", support, "definition", definition);
    }

    private Map<String, Object> change(String name, String definition, long version) {
        Map<String, Object> change = new HashMap<>(flow(name, definition));
        change.put("version", version);
        return change;
    }
}
