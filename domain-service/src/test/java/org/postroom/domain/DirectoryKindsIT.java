package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.events.configuration.AfterCallWork;
import org.postroom.events.configuration.AutomaticMailRule;
import org.postroom.events.configuration.CannedResponseConfigured;
import org.postroom.events.configuration.ChangedSubjectRule;
import org.postroom.events.configuration.FlowConfigured;
import org.postroom.events.configuration.ForgedMailRule;
import org.postroom.events.configuration.LastAgentRule;
import org.postroom.events.configuration.LibraryConfigured;
import org.postroom.events.configuration.MailRulesConfigured;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.configuration.ScheduleConfigured;
import org.postroom.events.configuration.SeveralAddressesRule;
import org.postroom.events.configuration.WrapUpCodeConfigured;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.PostroomIT;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Each kind of the directory, from its request to its event. */
@PostroomIT
class DirectoryKindsIT {

    private static final EventLog LOG = EventLog.of(Topics.CONFIGURATION);

    @LocalServerPort
    private int port;

    @Test
    void configuresAllOfAQueue() {
        Api ada = Api.newOrganisation(port, "queues");
        String code = ada.post("/api/wrap-up-codes", Map.of("name", "Solved"))
                .has(201)
                .id();
        String signature = ada.post("/api/signatures", Map.of("name", "S", "html", "<p>x</p>", "text", "x"))
                .has(201)
                .id();

        String queue = ada.post(
                        "/api/queues",
                        Map.of(
                                "name",
                                "Support",
                                "evaluationMethod",
                                "DISREGARD_SKILLS",
                                "wrapUpCodeIds",
                                List.of(code),
                                "serviceLevelPercent",
                                90,
                                "serviceLevelTargetSeconds",
                                3600,
                                "afterCallWork",
                                "MANDATORY_TIMED",
                                "afterCallWorkSeconds",
                                30,
                                "defaultSignatureId",
                                signature))
                .has(201)
                .id();

        var event = LOG.await(
                QueueConfigured.class, configured -> configured.getQueueId().equals(queue));
        assertThat(event.getWrapUpCodeIds()).containsExactly(code);
        assertThat(event.getServiceLevelPercent()).isEqualTo(90);
        assertThat(event.getAfterCallWork()).isEqualTo(AfterCallWork.MANDATORY_TIMED);
        assertThat(event.getAfterCallWorkSeconds()).isEqualTo(30);
        assertThat(event.getDefaultSignatureId()).isEqualTo(signature);
        assertThat(LOG.await(
                                WrapUpCodeConfigured.class,
                                one -> one.getWrapUpCodeId().equals(code))
                        .getName())
                .isEqualTo("Solved");
        assertThat(ada.delete("/api/wrap-up-codes/" + code).has(409).body()).contains("queue Support");
        assertThat(ada.delete("/api/signatures/" + signature).has(409).body()).contains("queue Support");
        var read = ada.get("/api/queues/" + queue).json();
        assertThat(ada.put("/api/queues/" + queue, read).has(200).json()).isEqualTo(read);
        ada.post("/api/queues", Map.of("name", "Q", "afterCallWork", "MANDATORY_TIMED"))
                .refuses("afterCallWorkSeconds", "1 to 3600");
    }

    @Test
    void keepsOneSetOfRulesForMail() {
        Api ada = Api.newOrganisation(port, "mail-rules");
        String rules = ada.post("/api/mail-rules", Map.of("automaticMail", "PROCESS", "forgedMail", "REJECT"))
                .has(201)
                .id();

        var event = LOG.await(
                MailRulesConfigured.class, one -> one.getOrganisationId().equals("mail-rules"));
        assertThat(event.getAutomaticMail()).isEqualTo(AutomaticMailRule.PROCESS);
        assertThat(event.getForgedMail()).isEqualTo(ForgedMailRule.REJECT);
        assertThat(event.getLargestMessage()).isEqualTo(40 * 1_048_576L);
        assertThat(event.getSameMessageIdOnce()).isFalse();
        var read = ada.get("/api/mail-rules/" + rules).has(200).json();
        assertThat(read.get("name").asString()).isEqualTo("Mail rules");
        assertThat(ada.put("/api/mail-rules/" + rules, read).has(200).json()).isEqualTo(read);
        ada.post("/api/mail-rules", Map.of()).has(409);
        ada.post("/api/mail-rules", Map.of("largestMessageMegabytes", 201))
                .refuses("largestMessageMegabytes", "1 to 200");
        ada.post("/api/mail-rules", Map.of("name", "Others")).refuses("name", "one set");
    }

    @Test
    void keepsTheRulesForConversationsWithThoseForMail() {
        Api ada = Api.newOrganisation(port, "conversation-rules");
        String rules = ada.post("/api/mail-rules", Map.of()).has(201).id();
        var usual = LOG.await(
                MailRulesConfigured.class, one -> one.getOrganisationId().equals("conversation-rules"));
        assertThat(usual.getConversationWindowDays()).isEqualTo(30);
        assertThat(usual.getChangedSubject()).isEqualTo(ChangedSubjectRule.SAME_CONVERSATION);
        assertThat(usual.getThreadBySubject()).isFalse();
        assertThat(usual.getSeveralAddresses()).isEqualTo(SeveralAddressesRule.ONE_INTERACTION);
        assertThat(usual.getLastAgent()).isEqualTo(LastAgentRule.OFF);

        var read = ada.get("/api/mail-rules/" + rules).has(200).json();
        assertThat(read.get("conversationWindowDays").asInt()).isEqualTo(30);
        var changed = new HashMap<String, Object>(Map.of(
                "conversationWindowDays",
                0,
                "changedSubject",
                "NEW_CONVERSATION",
                "threadBySubject",
                true,
                "severalAddresses",
                "ONE_EACH",
                "lastAgent",
                "ANYONE",
                "lastAgentMinutes",
                90));
        changed.put("version", read.get("version").asLong());
        ada.put("/api/mail-rules/" + rules, changed).has(200);
        var event = LOG.await(
                MailRulesConfigured.class,
                one -> one.getOrganisationId().equals("conversation-rules") && one.getVersion() == 2);
        assertThat(event.getConversationWindowDays()).isZero();
        assertThat(event.getChangedSubject()).isEqualTo(ChangedSubjectRule.NEW_CONVERSATION);
        assertThat(event.getThreadBySubject()).isTrue();
        assertThat(event.getSeveralAddresses()).isEqualTo(SeveralAddressesRule.ONE_EACH);
        assertThat(event.getLastAgent()).isEqualTo(LastAgentRule.ANYONE);
        assertThat(event.getLastAgentMinutes()).isEqualTo(90);

        ada.post("/api/mail-rules", Map.of("conversationWindowDays", 366))
                .refuses("conversationWindowDays", "0 to 365");
        ada.post("/api/mail-rules", Map.of("lastAgentMinutes", 0)).refuses("lastAgentMinutes", "1 to 1440");
    }

    @Test
    void keepsCannedResponsesInLibrariesWithTheirSubstitutions() {
        Api ada = Api.newOrganisation(port, "canned");
        String library =
                ada.post("/api/libraries", Map.of("name", "Billing")).has(201).id();
        LOG.await(LibraryConfigured.class, event -> event.getLibraryId().equals(library));

        String response = ada.post(
                        "/api/canned-responses",
                        Map.of(
                                "name",
                                "Refund",
                                "libraryId",
                                library,
                                "html",
                                "<p onclick='x()'>Dear {{name}}</p><script>x()</script>",
                                "text",
                                "Dear {{name}}",
                                "substitutions",
                                List.of(Map.of("name", "name", "defaultValue", "customer"))))
                .has(201)
                .id();

        var event = LOG.await(
                CannedResponseConfigured.class, one -> one.getCannedResponseId().equals(response));
        assertThat(event.getLibraryId()).isEqualTo(library);
        assertThat(event.getHtml()).isEqualTo("<p>Dear {{name}}</p>");
        assertThat(event.getSubstitutions().getFirst().getDefaultValue()).isEqualTo("customer");
        ada.delete("/api/libraries/" + library).has(409);
        var preview = ada.post(
                        "/api/substitution-preview",
                        Map.of(
                                "html",
                                "<p>{{name}} {{other}}<script>x()</script></p>",
                                "text",
                                "{{name}}",
                                "substitutions",
                                List.of(Map.of("name", "name", "defaultValue", "customer")),
                                "values",
                                Map.of("name", "<Eve>")))
                .has(200)
                .json();
        assertThat(preview.get("html").asString()).isEqualTo("<p>&lt;Eve&gt; {{other}}</p>");
        assertThat(preview.get("text").asString()).isEqualTo("<Eve>");
        assertThat(preview.at("/unknown/0").asString()).isEqualTo("other");
    }

    @Test
    void opensAndClosesAsSchedulesSay() {
        Api ada = Api.newOrganisation(port, "schedules");
        var monday = Map.of("dayOfWeek", 1, "opensAt", "08:00", "closesAt", "17:00");

        String id = ada.post(
                        "/api/schedules",
                        Map.of(
                                "name",
                                "Office",
                                "timeZone",
                                "Europe/Berlin",
                                "openingHours",
                                List.of(monday),
                                "exceptions",
                                List.of(Map.of("date", "2026-12-24", "name", "Christmas Eve"))))
                .has(201)
                .id();

        var event =
                LOG.await(ScheduleConfigured.class, one -> one.getScheduleId().equals(id));
        assertThat(event.getOpeningHours().getFirst().getClosesAt()).isEqualTo("17:00");
        assertThat(event.getExceptions().getFirst().getOpeningHours()).isEmpty();
        ada.post(
                        "/api/schedules",
                        Map.of("name", "X", "timeZone", "Europe/Berlin", "openingHours", List.of(monday, monday)))
                .refuses("openingHours", "overlap");
        ada.post(
                        "/api/schedules",
                        Map.of(
                                "name",
                                "X",
                                "timeZone",
                                "Europe/Berlin",
                                "openingHours",
                                List.of(Map.of("dayOfWeek", 8, "opensAt", "18:00", "closesAt", "08:00"))))
                .refuses("openingHours[0].dayOfWeek", "1 for Monday");
    }

    @Test
    void publishesTheDefinitionOfAFlowThatIsAskedFor() {
        Api ada = Api.newOrganisation(port, "flows");
        String queue = ada.post("/api/queues", Map.of("name", "Rest")).has(201).id();

        String id = ada.post("/api/flows", flow(queue, "steps: [{transfer: Rest}]", 0))
                .has(201)
                .id();
        var draft = LOG.await(FlowConfigured.class, one -> one.getFlowId().equals(id));
        ada.put("/api/flows/" + id, flow(queue, "steps: []", 1)).has(200);
        ada.post("/api/flows/" + id + "/publication", Map.of("definitionVersion", 1))
                .has(200);

        assertThat(draft.getPublishedDefinition()).isNull();
        assertThat(draft.getFallbackQueueId()).isEqualTo(queue);
        var published = LOG.await(
                FlowConfigured.class, one -> one.getFlowId().equals(id) && one.getPublishedDefinitionVersion() != null);
        assertThat(published.getPublishedDefinition()).isEqualTo("steps: [{transfer: Rest}]");
        var versions = ada.get("/api/flows/" + id + "/versions").has(200).json();
        assertThat(versions).hasSize(2);
        assertThat(versions.at("/0/definition").asString()).isEqualTo("steps: []");
        ada.post("/api/flows/" + id + "/publication", Map.of("definitionVersion", 3))
                .refuses("definitionVersion", "a version of the flow");
        ada.post("/api/flows", flow(queue, "steps: [", 0)).refuses("definition", "line 1");
        ada.post("/api/flows", flow(queue, "a: " + "x".repeat(70_000), 0)).refuses("definition", "65536 octets");
        ada.delete("/api/queues/" + queue).has(409);
        ada.delete("/api/flows/" + id).has(204);
        ada.get("/api/flows/" + id + "/versions").has(404);
    }

    private static Map<String, Object> flow(String queue, String definition, long version) {
        return version == 0
                ? Map.of("name", "Triage", "fallbackQueueId", queue, "definition", definition)
                : Map.of("name", "Triage", "fallbackQueueId", queue, "definition", definition, "version", version);
    }
}
