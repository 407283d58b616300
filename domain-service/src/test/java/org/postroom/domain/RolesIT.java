package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Roles give permissions besides the token's, at once, and nobody gives more than they have. */
@PostroomIT
class RolesIT {

    @LocalServerPort
    private int port;

    @Test
    void letsAnAgentDoWhatTheirRolesAllowUntilTheyAreTakenAway() {
        Api ada = Api.newOrganisation(port, "roles");
        Api grace = new Api(port, Parts.identity().token("grace", "roles", "conversation:email:handle"));
        String role = role(ada, "Skills", List.of("directory:manage"));
        grace.get("/api/skills").has(403);

        ada.put("/api/agents/grace", Map.of("displayName", "Grace", "roleIds", List.of(role)))
                .has(200);
        ada.put("/api/agents/ada", Map.of("displayName", "Ada", "roleIds", List.of(role)))
                .has(200);
        grace.post("/api/skills", Map.of("name", "By role")).has(201);

        ada.put("/api/agents/grace", Map.of("displayName", "Grace", "version", 1))
                .has(200);
        grace.get("/api/skills").has(403);
        new Api(port, Parts.identity().token("grace", "stranger"))
                .get("/api/skills")
                .has(403);
    }

    @Test
    void refusesToGiveAPermissionThatTheGiverLacks() {
        Api ada = Api.newOrganisation(port, "givers");
        Api full = new Api(
                port, Parts.identity().token("root", "givers", "directory:manage", "routing:supervise", "audit:view"));
        String supervisor = role(full, "Watchers", List.of("routing:supervise", "audit:view"));

        ada.post("/api/roles", Map.of("name", "Mine", "permissions", List.of("directory:manage", "audit:view")))
                .refuses("permissions[1]", "you lack audit:view");
        ada.put("/api/agents/ada", Map.of("displayName", "Ada", "roleIds", List.of(supervisor)))
                .refuses("roleIds[0]", "you lack");
        full.put("/api/agents/grace", Map.of("displayName", "Grace", "roleIds", List.of(supervisor)))
                .has(200);
        ada.put("/api/agents/grace", Map.of("displayName", "Grace H", "roleIds", List.of(supervisor), "version", 1))
                .has(200);
        ada.put(
                        "/api/roles/" + supervisor,
                        Map.of("name", "Watching", "permissions", List.of("routing:supervise"), "version", 1))
                .has(200);
        full.post("/api/roles", Map.of("name", "Root", "permissions", List.of("installation:operate")))
                .refuses("permissions[0]", "a role may give");
    }

    @Test
    void keepsTheLastAgentWhoMayManageTheDirectory() {
        Api ada = Api.newOrganisation(port, "last-holder");
        String role = role(ada, "Keepers", List.of("directory:manage"));
        ada.put("/api/agents/ada", Map.of("displayName", "Ada", "roleIds", List.of(role)))
                .has(200);

        assertThat(ada.put("/api/agents/ada", Map.of("displayName", "Ada", "version", 1))
                        .has(409)
                        .body())
                .contains("keeps the permission directory:manage");
        ada.delete("/api/agents/ada").has(409);
        ada.put("/api/roles/" + role, Map.of("name", "Keepers", "permissions", List.of(), "version", 1))
                .has(409);
        assertThat(ada.delete("/api/roles/" + role).has(409).body()).contains("agent Ada");

        ada.put("/api/agents/grace", Map.of("displayName", "Grace", "roleIds", List.of(role)))
                .has(200);
        ada.put("/api/agents/ada", Map.of("displayName", "Ada", "version", 1)).has(200);
    }

    @Test
    void showsTheCatalogueOfPermissions() {
        var catalogue = Api.newOrganisation(port, "catalogue")
                .get("/api/permissions")
                .has(200)
                .json();

        assertThat(catalogue).hasSize(6);
        assertThat(catalogue.at("/0/name").asString()).isEqualTo("installation:operate");
        assertThat(catalogue.at("/0/givenByRoles").asBoolean()).isFalse();
    }

    private static String role(Api administrator, String name, List<String> permissions) {
        return administrator
                .post("/api/roles", Map.of("name", name, "permissions", permissions))
                .has(201)
                .id();
    }
}
