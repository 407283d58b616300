package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One organisation never sees or touches what another owns, and nobody does what they may not. */
@PostroomIT
class IsolationIT {

    private static final List<String> KINDS =
            List.of("domains", "skills", "queues", "signatures", "addresses", "agents");

    @LocalServerPort
    private int port;

    private Api owner;
    private Api stranger;

    @BeforeEach
    void createTwoOrganisations() {
        owner = Api.newOrganisation(port, "owner");
        stranger = Api.newOrganisation(port, "stranger");
    }

    @Test
    void showsChangesAndRemovesOnlyWhatTheOrganisationOwns() {
        String domain = owner.post("/api/domains", Map.of("name", "owner.test"))
                .has(201)
                .id();
        String skill =
                owner.post("/api/skills", Map.of("name", "Billing")).has(201).id();
        String queue =
                owner.post("/api/queues", Map.of("name", "Support")).has(201).id();
        String signature = owner.post("/api/signatures", Map.of("name", "S", "html", "<p>x</p>", "text", "x"))
                .has(201)
                .id();
        String address = owner.post("/api/addresses", Map.of("domainId", domain, "localPart", "help"))
                .has(201)
                .id();
        owner.put("/api/agents/grace", Map.of("displayName", "Grace")).has(200);
        Map<String, Map<String, Object>> bodies = Map.of(
                "skills/" + skill,
                Map.of("name", "Mine", "version", 1),
                "queues/" + queue,
                Map.of("name", "Mine", "version", 1),
                "signatures/" + signature,
                Map.of("name", "Mine", "html", "", "text", "", "version", 1),
                "addresses/" + address,
                Map.of("domainId", domain, "localPart", "help", "version", 1),
                "agents/grace",
                Map.of("displayName", "Mine", "version", 1));

        bodies.forEach((path, body) -> stranger.put("/api/" + path, body).has(404));
        for (String path : List.of(
                "domains/" + domain,
                "skills/" + skill,
                "queues/" + queue,
                "signatures/" + signature,
                "addresses/" + address,
                "agents/grace")) {
            stranger.get("/api/" + path).has(404);
            stranger.delete("/api/" + path).has(404);
            owner.get("/api/" + path).has(200);
        }
        KINDS.forEach(
                kind -> assertThat(stranger.get("/api/" + kind).has(200).json()).isEmpty());
        KINDS.forEach(
                kind -> assertThat(owner.get("/api/" + kind).has(200).json()).hasSize(1));
        stranger.post("/api/addresses", Map.of("domainId", domain, "localPart", "x"))
                .refuses("domainId", "domain");
        stranger.post("/api/queues", Map.of("name", "Q", "memberAgentIds", List.of("grace")))
                .refuses("memberAgentIds[0]", "agent");
    }

    @Test
    void wantsTheRightPermissionForEveryKind() {
        Api agent = new Api(port, Parts.identity().token("grace", "owner", "conversation:email:handle"));
        Api anonymous = new Api(port, "");

        for (String kind : KINDS) {
            agent.get("/api/" + kind).has(403);
            agent.post("/api/" + kind, Map.of("name", "X")).has(kind.equals("agents") ? 405 : 403);
            agent.put("/api/" + kind + "/x", Map.of("name", "X")).has(kind.equals("domains") ? 405 : 403);
            agent.delete("/api/" + kind + "/x").has(403);
            anonymous.get("/api/" + kind).has(401);
        }
        owner.put("/api/organisations/owner", Api.organisation("owner")).has(403);
        owner.get("/api/organisations/owner").has(403);
        Api.operator(port).get("/api/skills").has(403);
    }

    @Test
    void describesItsApiAndItsHealthToAnyone() {
        Api anonymous = new Api(port, "");

        String description = anonymous.get("/openapi.yaml").has(200).body();
        assertThat(description).contains("/api/organisations/{organisationId}");
        KINDS.forEach(kind -> assertThat(description).contains("/api/" + kind + "/{id}"));
        assertThat(description)
                .contains("bearerFormat", "AddressJson")
                .doesNotContain("SignedInUser", "versionToReplace");
        anonymous.get("/actuator/health/liveness").has(200);
        anonymous.get("/actuator/health/readiness").has(200);
        anonymous.get("/actuator/prometheus").has(200);
    }
}
