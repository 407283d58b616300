package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The directory of one organisation is nothing to another one, and nothing to those who may not configure it. */
@PostroomIT
class DirectoryIsolationIT {

    private static final List<String> KINDS = List.of(
            "wrap-up-codes",
            "libraries",
            "mail-rules",
            "canned-responses",
            "signatures",
            "schedules",
            "roles",
            "flows",
            "queues");

    @LocalServerPort
    private int port;

    @Test
    void showsChangesAndRemovesNothingOfAnotherOrganisation() {
        Api owner = Api.newOrganisation(port, "directory-owner");
        Api stranger = Api.newOrganisation(port, "directory-stranger");
        String queue = owner.post("/api/queues", Map.of("name", "Secret queue"))
                .has(201)
                .id();
        String library = owner.post("/api/libraries", Map.of("name", "Secret library"))
                .has(201)
                .id();
        Map<String, Map<String, Object>> bodies = bodies(queue, library);

        bodies.forEach((kind, body) -> {
            String path = "/api/" + kind + "/"
                    + owner.post("/api/" + kind, body).has(201).id();
            Map<String, Object> change = new LinkedHashMap<>(body);
            change.put("version", 1);
            stranger.get(path).has(404);
            stranger.put(path, change).has(404);
            stranger.put(path + "?dryRun=true", change).has(404);
            stranger.delete(path).has(404);
            stranger.get("/api/" + kind + "?after=" + path.substring(path.lastIndexOf('/') + 1))
                    .has(422);
            owner.get(path).has(200);
        });
        String flow = owner.get("/api/flows").json().get(0).get("id").asString();
        stranger.get("/api/flows/" + flow + "/versions").has(404);
        stranger.post("/api/flows/" + flow + "/publication", Map.of("definitionVersion", 1))
                .has(404);
        stranger.post("/api/queues", Map.of("name", "Q", "defaultSignatureId", signature(owner)))
                .refuses("defaultSignatureId", "signature");
        stranger.post("/api/flows", Map.of("name", "F", "fallbackQueueId", queue, "definition", "steps: []"))
                .refuses("fallbackQueueId", "queue");
        stranger.post("/api/canned-responses", bodies.get("canned-responses")).refuses("libraryId", "library");
        for (String kind : KINDS) {
            assertThat(stranger.get("/api/" + kind).has(200).body()).doesNotContain("Secret");
        }
        assertThat(stranger.exchange("GET", "/api/configuration", "application/yaml", "")
                        .body())
                .doesNotContain("Secret");
    }

    @Test
    void turnsAwayWhoMayNotConfigure() {
        Api.newOrganisation(port, "directory-guarded");
        Api agent = new Api(port, Parts.identity().token("grace", "directory-guarded", "conversation:email:handle"));
        Api mail = new Api(port, Parts.identity().token("mail", "directory-guarded", "routing:email:manage"));
        Api nobody = new Api(port, "");

        for (String kind : KINDS) {
            String path = "/api/" + kind;
            agent.get(path).has(403);
            agent.get(path + "/x").has(403);
            mail.get(path).has(200);
            for (Api refused : List.of(agent, mail)) {
                refused.post(path, Map.of("name", "X")).has(403);
                refused.post(path + "?dryRun=true", Map.of("name", "X")).has(403);
                refused.put(path + "/x", Map.of("name", "X")).has(403);
                refused.put(path + "/x?dryRun=true", Map.of("name", "X")).has(403);
                refused.delete(path + "/x").has(403);
            }
            nobody.get(path).has(401);
        }
        for (Api refused : List.of(agent, mail)) {
            refused.get("/api/flows/x/versions").has(403);
            refused.post("/api/flows/x/publication", Map.of()).has(403);
            refused.get("/api/permissions").has(403);
            refused.post("/api/substitution-preview", Map.of()).has(403);
            refused.get("/api/audit").has(403);
            refused.get("/api/configuration").has(403);
            refused.put("/api/agents/x?dryRun=true", Map.of()).has(403);
        }
    }

    private static Map<String, Map<String, Object>> bodies(String queue, String library) {
        Map<String, Map<String, Object>> bodies = new LinkedHashMap<>();
        Map<String, Object> text = Map.of("name", "Secret text", "libraryId", library, "html", "<p>x</p>", "text", "x");
        bodies.put("wrap-up-codes", Map.of("name", "Secret code"));
        bodies.put("libraries", Map.of("name", "Secret shelf"));
        bodies.put("mail-rules", Map.of("largestMessageMegabytes", 7));
        bodies.put("canned-responses", text);
        bodies.put("signatures", text);
        bodies.put("schedules", Map.of("name", "Secret hours", "timeZone", "UTC"));
        bodies.put("roles", Map.of("name", "Secret role", "permissions", List.of("directory:manage")));
        bodies.put("flows", Map.of("name", "Secret flow", "fallbackQueueId", queue, "definition", "steps: []"));
        bodies.put("queues", Map.of("name", "Secret other queue"));
        return bodies;
    }

    private static String signature(Api owner) {
        return owner.get("/api/signatures").json().get(0).get("id").asString();
    }
}
