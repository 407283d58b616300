package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.postroom.testkit.ManagementPort;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * One organisation never sees or touches what another owns, and nobody does what they may not. The endpoints are taken
 * from the running service, so that a new one is tested too, or fails until it is said here what it does.
 */
@PostroomIT
class IsolationIT {

    /** In everything that the owner has, so that any answer that tells of it gives itself away. */
    private static final String MARK = "ownersecret";

    /** Answer from the caller's token alone, and have nothing of any entry. */
    private static final Set<String> WITHOUT_ENTRIES =
            Set.of("/api/organisation", "/api/permissions", "/api/substitution-preview");

    /** Tell of the caller's organisation as a whole. */
    private static final Set<String> WHOLE_ORGANISATION = Set.of("/api/audit", "/api/configuration");

    private static final String[] ALL_PERMISSIONS = {
        "routing:email:manage", "directory:manage", "audit:view", "routing:supervise", "conversation:email:handle"
    };

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private final Map<String, String> owned = new LinkedHashMap<>();

    @Test
    void showsChangesAndRemovesOnlyWhatTheOrganisationOwnsAtEveryEndpoint() {
        Api.newOrganisation(port, "owner");
        Api.newOrganisation(port, "stranger");
        Api owner = new Api(port, Parts.identity().token("ada", "owner", ALL_PERMISSIONS));
        Api stranger = new Api(port, Parts.identity().token("eve", "stranger", ALL_PERMISSIONS));
        createOneOfEachKind(owner);
        Map<String, JsonNode> before = snapshot(owner);

        for (Endpoint endpoint : endpoints()) {
            checkAgainst(stranger, endpoint, before);
        }

        assertThat(snapshot(owner)).isEqualTo(before);
    }

    @Test
    void wantsAPermissionAtEveryEndpointThatConcernsEntries() {
        Api.newOrganisation(port, "permitted");
        Api agent = new Api(port, Parts.identity().token("grace", "permitted", "conversation:email:handle"));
        Api anonymous = new Api(port, "");

        for (Endpoint endpoint : endpoints()) {
            String path = endpoint.path().replaceAll("[{][^}]*}", "x");
            Object body = endpoint.hasBody() ? Map.of() : null;
            anonymous.send(endpoint.method(), path, body).has(401);
            if (!WITHOUT_ENTRIES.contains(endpoint.path())) {
                int status = agent.sendUnchecked(endpoint.method(), path, body).status();
                assertThat(status).as(endpoint + " without permission").isIn(403, 415);
            }
        }
        Api.operator(port).get("/api/skills").has(403);
    }

    @Test
    void turnsTheUsersOfASuspendedOrganisationAwayAtEveryEndpoint() {
        Api.newOrganisation(port, "shut");
        Api.operator(port)
                .post("/api/organisations/shut/suspension", Map.of("reason", "The bill is open"))
                .has(204);
        Api ada = new Api(port, Parts.identity().token("ada", "shut", ALL_PERMISSIONS));
        Api operator = new Api(port, Parts.identity().token("olga", "shut", "installation:operate"));

        for (Endpoint endpoint : endpoints()) {
            if (!endpoint.path().equals("/api/organisation")) {
                Object body = endpoint.hasBody() ? Map.of() : null;
                String path = endpoint.path().replaceAll("[{][^}]*}", "x");
                assertThat(ada.sendUnchecked(endpoint.method(), path, body).status())
                        .as(endpoint.toString())
                        .isIn(403, 415);
            }
        }
        operator.delete("/api/organisations/shut/suspension").has(204);
        ada.get("/api/skills").has(200);
    }

    @Test
    void describesItsApiToAnyoneAndItsHealthOnlyToThoseWhoRunIt() {
        Api anonymous = new Api(port, "");

        String description = anonymous.get("/openapi.yaml").has(200).body();
        endpoints().forEach(endpoint -> assertThat(description).contains(endpoint.path()));
        assertThat(description)
                .contains("bearerFormat", "AddressJson")
                .doesNotContain("SignedInUser", "versionToReplace");
        ManagementPort.of(managementPort).isTheOnlyOneThatTells(port);
    }

    private record Endpoint(String method, String path) implements Comparable<Endpoint> {

        boolean hasBody() {
            return method.equals("POST") || method.equals("PUT");
        }

        @Override
        public int compareTo(Endpoint other) {
            return (path + method).compareTo(other.path + other.method);
        }
    }

    private Set<Endpoint> endpoints() {
        Set<Endpoint> endpoints = new TreeSet<>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            mapping.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/"))
                    .forEach(path -> mapping.getMethodsCondition()
                            .getMethods()
                            .forEach(method -> endpoints.add(new Endpoint(method.name(), path))));
        }
        assertThat(endpoints).hasSizeGreaterThan(50);
        return endpoints;
    }

    private void checkAgainst(Api stranger, Endpoint endpoint, Map<String, JsonNode> before) {
        String path = endpoint.path();
        String kind = path.split("/", -1)[2];
        if (kind.equals("organisations")) {
            stranger.send(
                            endpoint.method(),
                            path.replaceAll("[{][^}]*}", "owner"),
                            endpoint.hasBody() ? Map.of() : null)
                    .has(403);
        } else if (WITHOUT_ENTRIES.contains(path) || WHOLE_ORGANISATION.contains(path)) {
            if (endpoint.method().equals("GET")) {
                assertThat(stranger.get(path).has(200).body()).doesNotContain(MARK);
            }
        } else {
            assertThat(owned)
                    .as("%s: expected the owner to have one of this kind; add it to createOneOfEachKind", endpoint)
                    .containsKey(kind);
            checkEntries(stranger, endpoint, kind, before);
        }
    }

    private void checkEntries(Api stranger, Endpoint endpoint, String kind, Map<String, JsonNode> before) {
        String id = owned.get(kind);
        if (endpoint.path().contains("{")) {
            Object body = endpoint.path().endsWith("/publication")
                    ? Map.of("definitionVersion", 1)
                    : before.get(kind + "/" + id);
            stranger.send(
                            endpoint.method(),
                            endpoint.path().replaceAll("[{][^}]*}", id),
                            endpoint.hasBody() ? body : null)
                    .has(404);
        } else if (endpoint.method().equals("GET")) {
            assertThat(stranger.get(endpoint.path()).has(200).body()).doesNotContain(MARK);
        } else {
            int status =
                    stranger.post(endpoint.path(), before.get(kind + "/" + id)).status();
            assertThat(status)
                    .as("%s with what the owner has: taken as the stranger's own, or refused", endpoint)
                    .isIn(201, 409, 422);
        }
    }

    private void createOneOfEachKind(Api owner) {
        create(owner, "domains", Map.of("name", MARK + ".test"));
        create(owner, "skills", Map.of("name", MARK));
        create(owner, "wrap-up-codes", Map.of("name", MARK));
        create(owner, "libraries", Map.of("name", MARK));
        create(owner, "mail-rules", Map.of("largestMessageMegabytes", 7));
        create(owner, "roles", Map.of("name", MARK, "permissions", List.of("audit:view")));
        create(owner, "schedules", Map.of("name", MARK, "timeZone", "Europe/Berlin"));
        owner.put(
                        "/api/agents/" + MARK,
                        Map.of("displayName", MARK, "skills", List.of(Map.of("skillId", owned.get("skills")))))
                .has(200);
        owned.put("agents", MARK);
        create(owner, "queues", Map.of("name", MARK, "memberAgentIds", List.of(MARK)));
        create(owner, "flows", Map.of("name", MARK, "definition", "steps: []", "fallbackQueueId", owned.get("queues")));
        create(owner, "signatures", Map.of("name", MARK, "html", "<p>x</p>", "text", "x"));
        create(
                owner,
                "canned-responses",
                Map.of("name", MARK, "libraryId", owned.get("libraries"), "html", "<p>x</p>", "text", "x"));
        create(
                owner,
                "addresses",
                Map.of("domainId", owned.get("domains"), "localPart", "help", "queueId", owned.get("queues")));
    }

    private void create(Api owner, String kind, Map<String, Object> body) {
        owned.put(kind, owner.post("/api/" + kind, body).has(201).id());
    }

    private Map<String, JsonNode> snapshot(Api owner) {
        Map<String, JsonNode> entries = new TreeMap<>();
        owned.forEach((kind, id) -> entries.put(
                kind + "/" + id, owner.get("/api/" + kind + "/" + id).has(200).json()));
        owned.keySet()
                .forEach(kind ->
                        entries.put(kind, owner.get("/api/" + kind).has(200).json()));
        return entries;
    }
}
