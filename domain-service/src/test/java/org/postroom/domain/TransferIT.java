package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The whole configuration as one document, out of one organisation and into another. */
@PostroomIT
class TransferIT {

    private static final String YAML = "application/yaml";

    @LocalServerPort
    private int port;

    @Test
    void makesAnotherOrganisationTheSameAndAppliedOnceMoreChangesNothing() {
        Api from = administrator("transfer-from");
        configure(from);
        String document = export(from);
        Api to = administrator("transfer-to");
        remove(from, "own.transfer.test");

        var tried = apply(to, document, "?dryRun=true").has(200).json();
        assertThat(tried.get("changes")).isNotEmpty();
        assertThat(export(to)).doesNotContain("Support");
        var applied = apply(to, document, "").has(200).json();

        assertThat(applied.get("changes")).isEqualTo(tried.get("changes"));
        assertThat(export(to)).isEqualTo(document);
        assertThat(apply(to, document, "").has(200).json().get("changes")).isEmpty();
        assertThat(document)
                .contains("memberAgents:", "fallbackQueue: Support", "skill: Billing", "mailFromLabel: mails")
                .contains("help@own.transfer.test:", "replyTo: sales@own.transfer.test")
                .doesNotContain("Id:");
    }

    @Test
    void showsTheDifferenceFieldByField() {
        Api ada = administrator("transfer-difference");
        configure(ada);
        String changed = export(ada).replace("alertingTimeoutSeconds: 60", "alertingTimeoutSeconds: 90");

        var applied = apply(ada, changed, "?dryRun=true").has(200).json().get("changes");

        assertThat(applied).hasSize(1);
        assertThat(applied.at("/0/kind").asString()).isEqualTo("queue");
        assertThat(applied.at("/0/name").asString()).isEqualTo("Support");
        assertThat(applied.at("/0/action").asString()).isEqualTo("CHANGED");
        assertThat(applied.at("/0/fields/0/from").asInt()).isEqualTo(60);
        assertThat(applied.at("/0/fields/0/to").asInt()).isEqualTo(90);
    }

    @Test
    void refusesAllWithEveryPathThatIsWrongAndKeepsNothing() {
        Api ada = administrator("transfer-refused");
        String document = """
                format: postroom/1
                skills:
                  Fine: {}
                queues:
                  Support:
                    memberAgents: [nobody]
                    alertingTimeoutSeconds: 0
                  Sales:
                    serviceLevelPercent: 101
                  Odd:
                    colour: red
                """;

        var refused = apply(ada, document, "").has(422).json().get("errors");

        List<String> paths = new ArrayList<>();
        refused.forEach(error -> paths.add(error.get("field").asString()));
        assertThat(paths)
                .containsExactlyInAnyOrder(
                        "queues.Support.memberAgents[0]", "queues.Sales.serviceLevelPercent", "queues.Odd.colour");
        assertThat(ada.get("/api/skills").json()).isEmpty();
        apply(ada, "format: postroom/1\nskils: {}", "").refuses("skils", "one of the sections");
        apply(ada, "skills: {}", "").refuses("format", "postroom/1");
        apply(ada, "a: [", "").refuses("document", "line 1");
    }

    @Test
    void removesOthersOnlyWhenAsked() {
        Api ada = administrator("transfer-prune");
        ada.post("/api/skills", Map.of("name", "Old")).has(201);
        ada.post("/api/wrap-up-codes", Map.of("name", "Kept")).has(201);
        String document = "format: postroom/1\nskills:\n  New: {}\n";

        apply(ada, document, "").has(200);
        assertThat(ada.get("/api/skills").json()).hasSize(2);
        JsonNode changes =
                apply(ada, document, "?removeOthers=true").has(200).json().get("changes");

        assertThat(changes).hasSize(1);
        assertThat(changes.at("/0/action").asString()).isEqualTo("REMOVED");
        assertThat(ada.get("/api/skills").json()).hasSize(1);
        assertThat(ada.get("/api/wrap-up-codes").json()).hasSize(1);
    }

    @Test
    void isForThoseWhoMayConfigureEverything() {
        Api.newOrganisation(port, "transfer-guarded");
        Api half = new Api(port, Parts.identity().token("half", "transfer-guarded", "directory:manage"));

        half.get("/api/configuration").has(403);
        apply(half, "format: postroom/1", "").has(403);
    }

    private Api administrator(String organisation) {
        Api.newOrganisation(port, organisation);
        return new Api(
                port,
                Parts.identity()
                        .token("ada", organisation, "routing:email:manage", "directory:manage", "routing:supervise"));
    }

    private static void configure(Api ada) {
        String skill =
                ada.post("/api/skills", Map.of("name", "Billing")).has(201).id();
        String code =
                ada.post("/api/wrap-up-codes", Map.of("name", "12:30")).has(201).id();
        String library =
                ada.post("/api/libraries", Map.of("name", "Texts")).has(201).id();
        String signature = ada.post(
                        "/api/signatures",
                        Map.of(
                                "name",
                                "Standard",
                                "libraryId",
                                library,
                                "html",
                                "<p>{{agent.name}}</p>",
                                "text",
                                "-- \n{{agent.name}}\n",
                                "substitutions",
                                List.of(Map.of("name", "agent.name"))))
                .has(201)
                .id();
        String role = ada.post("/api/roles", Map.of("name", "Lead", "permissions", List.of("routing:supervise")))
                .has(201)
                .id();
        ada.put(
                        "/api/agents/grace",
                        Map.of(
                                "displayName",
                                "Grace",
                                "languages",
                                List.of("de"),
                                "roleIds",
                                List.of(role),
                                "skills",
                                List.of(Map.of("skillId", skill, "proficiency", 4))))
                .has(200);
        String queue = ada.post(
                        "/api/queues",
                        Map.of(
                                "name",
                                "Support",
                                "memberAgentIds",
                                List.of("grace"),
                                "alertingTimeoutSeconds",
                                60,
                                "wrapUpCodeIds",
                                List.of(code),
                                "defaultSignatureId",
                                signature))
                .has(201)
                .id();
        ada.post(
                        "/api/schedules",
                        Map.of(
                                "name",
                                "Office",
                                "timeZone",
                                "Europe/Berlin",
                                "openingHours",
                                List.of(Map.of("dayOfWeek", 1, "opensAt", "08:00", "closesAt", "24:00"))))
                .has(201);
        String flow = ada.post(
                        "/api/flows",
                        Map.of(
                                "name",
                                "Triage",
                                "fallbackQueueId",
                                queue,
                                "definition",
                                "steps:\n- transfer: Support\n"))
                .has(201)
                .id();
        ada.post("/api/flows/" + flow + "/publication", Map.of("definitionVersion", 1))
                .has(200);
        addAddresses(ada, queue, signature);
        ada.put(
                        "/api/flows/" + flow,
                        Map.of(
                                "name",
                                "Triage",
                                "fallbackQueueId",
                                queue,
                                "definition",
                                "steps:\n- priority: 2\n",
                                "version",
                                2))
                .has(200);
    }

    private static void addAddresses(Api ada, String queue, String signature) {
        String name = "own."
                + ada.get("/api/organisation").json().get("id").asString().replace("-from", "") + ".test";
        String domain = ada.post("/api/domains", Map.of("name", name)).has(201).id();
        ada.put(
                        "/api/domains/" + domain,
                        Map.of("version", 1, "mailFromLabel", "mails", "whenUnverified", "SYSTEM_DOMAIN"))
                .has(200);
        ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "sales"))
                .has(201);
        ada.post(
                        "/api/addresses",
                        Map.of(
                                "domainId",
                                domain,
                                "localPart",
                                "help",
                                "queueId",
                                queue,
                                "signatureId",
                                signature,
                                "replyTo",
                                "sales@" + name))
                .has(201);
    }

    /** So that the other organisation can have the domain. */
    private static void remove(Api api, String name) {
        String id = api.get("/api/domains?q=" + name).json().get(0).get("id").asString();
        api.delete("/api/domains/" + id + "?name=" + name).has(204);
    }

    private static String export(Api api) {
        var answer = api.exchange("GET", "/api/configuration", YAML, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static Api.Answer apply(Api api, String document, String parameters) {
        var answer = api.exchange("POST", "/api/configuration" + parameters, YAML, document);
        return new Api.Answer(answer.statusCode(), answer.body());
    }
}
