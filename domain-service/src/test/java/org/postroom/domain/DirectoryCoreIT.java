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

/** What all kinds of entries share: all errors at once, trying, lists in parts, the audit trail. */
@PostroomIT
class DirectoryCoreIT {

    @LocalServerPort
    private int port;

    @Test
    void namesAllWrongFieldsAtOnce() {
        Api ada = Api.newOrganisation(port, "all-wrong");

        var refused = ada.post(
                        "/api/queues",
                        Map.of(
                                "name",
                                " ",
                                "alertingTimeoutSeconds",
                                0,
                                "serviceLevelPercent",
                                101,
                                "afterCallWork",
                                "X"))
                .has(422);
        assertThat(fields(refused.json().get("errors")))
                .containsExactly("name", "alertingTimeoutSeconds", "serviceLevelPercent", "afterCallWork");

        var references = ada.post(
                        "/api/queues",
                        Map.of("name", "Q", "memberAgentIds", List.of("a", "b"), "wrapUpCodeIds", List.of("c")))
                .has(422);
        assertThat(fields(references.json().get("errors")))
                .containsExactly("memberAgentIds[0]", "memberAgentIds[1]", "wrapUpCodeIds[0]");
    }

    @Test
    void tellsWhatAChangeWouldDoAndKeepsNothing() {
        Api ada = Api.newOrganisation(port, "trial");
        var added =
                ada.post("/api/queues?dryRun=true", Map.of("name", "Support")).has(200);
        assertThat(fields(added.json().get("changes"))).contains("name", "alertingTimeoutSeconds");
        assertThat(ada.get("/api/queues").json()).isEmpty();

        String id = ada.post("/api/queues", Map.of("name", "Support")).has(201).id();
        var changed = ada.put(
                        "/api/queues/" + id + "?dryRun=true",
                        Map.of("name", "Support", "version", 1, "alertingTimeoutSeconds", 60))
                .has(200);
        assertThat(changed.json().get("changes")).hasSize(1);
        var change = changed.json().at("/changes/0");
        assertThat(change.get("field").asString()).isEqualTo("alertingTimeoutSeconds");
        assertThat(change.get("from").asInt()).isEqualTo(300);
        assertThat(change.get("to").asInt()).isEqualTo(60);
        assertThat(ada.get("/api/queues/" + id)
                        .json()
                        .get("alertingTimeoutSeconds")
                        .asInt())
                .isEqualTo(300);

        ada.put("/api/queues/" + id + "?dryRun=true", Map.of("name", "Support", "version", 7))
                .has(409);
        ada.post("/api/queues?dryRun=true", Map.of("name", "SUPPORT")).has(409);
        ada.post("/api/queues?dryRun=true", Map.of("name", "")).has(422);
        ada.put("/api/agents/grace?dryRun=true", Map.of("displayName", "Grace")).has(200);
        ada.get("/api/agents/grace").has(404);
    }

    @Test
    void listsInPartsInTheOrderOfLabels() {
        Api ada = Api.newOrganisation(port, "parts");
        for (String name : List.of("delta", "Alpha", "charlie", "Bravo", "alpine")) {
            ada.post("/api/skills", Map.of("name", name)).has(201);
        }

        List<String> names = new ArrayList<>();
        String path = "/api/skills?limit=2";
        int parts = 0;
        while (path != null) {
            var answer = ada.exchange("GET", path, "application/json", "");
            new Api.Answer(answer.statusCode(), answer.body()).json().forEach(skill -> names.add(text(skill, "name")));
            path = answer.headers()
                    .firstValue("Link")
                    .map(link -> link.substring(1, link.indexOf('>')))
                    .orElse(null);
            parts++;
        }

        assertThat(names).containsExactly("Alpha", "alpine", "Bravo", "charlie", "delta");
        assertThat(parts).isEqualTo(3);
        assertThat(ada.get("/api/skills?q=ALP").json()).hasSize(2);
        ada.get("/api/skills?limit=0").refuses("limit", "1 to 1000");
        ada.get("/api/skills?after=nothing").refuses("after", "identifier of a skill");
    }

    @Test
    void keepsWhoChangedWhatFromWhatToWhat() {
        Api ada = Api.newOrganisation(port, "audited");
        String id = ada.post("/api/skills", Map.of("name", "One")).has(201).id();
        ada.put("/api/skills/" + id, Map.of("name", "Two", "version", 1)).has(200);
        ada.put("/api/skills/" + id, Map.of("name", "Two", "version", 2)).has(200);
        ada.post("/api/skills", Map.of("name", "two")).has(409);
        ada.post("/api/skills?dryRun=true", Map.of("name", "three")).has(200);
        ada.delete("/api/skills/" + id).has(204);
        Api auditor = new Api(port, Parts.identity().token("eve", "audited", "audit:view"));

        var trail = auditor.get("/api/audit?kind=skill").has(200).json();

        assertThat(trail.get("entries")).hasSize(3);
        assertThat(texts(trail.get("entries"), "action")).containsExactly("REMOVED", "CHANGED", "CREATED");
        var changed = trail.at("/entries/1");
        assertThat(changed.get("changedBy").asString()).isEqualTo("ada@audited");
        assertThat(changed.get("version").asLong()).isEqualTo(2);
        assertThat(changed.get("label").asString()).isEqualTo("Two");
        assertThat(changed.at("/changes/0/field").asString()).isEqualTo("name");
        assertThat(changed.at("/changes/0/from").asString()).isEqualTo("One");
        assertThat(changed.at("/changes/0/to").asString()).isEqualTo("Two");
        var first = auditor.get("/api/audit?limit=1&id=" + id).json();
        assertThat(auditor.get("/api/audit?kind=skill&before="
                                + first.get("next").asLong())
                        .json()
                        .get("entries"))
                .hasSize(2);
        ada.get("/api/audit").has(403);
        Api stranger = new Api(port, Parts.identity().token("eve", "elsewhere", "audit:view"));
        assertThat(stranger.get("/api/audit").json().get("entries")).isEmpty();
    }

    @Test
    void describesTryingAndPartsInItsApi() {
        String description = new Api(port, "").get("/openapi.yaml").has(200).body();

        assertThat(description).contains("dryRun", "DryRunJson", "name: after", "/api/audit", "/api/configuration");
    }

    private static List<String> fields(JsonNode list) {
        return texts(list, "field");
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(element -> texts.add(text(element, field)));
        return texts;
    }

    private static String text(JsonNode node, String field) {
        return node.get(field).asString();
    }
}
