package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.postroom.testkit.ApiContract;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Roles give permissions besides the token's, at once, and nobody gives more than they have. */
@PostroomIT
class RolesIT {

    private static final List<String> ALL = List.of(
            "routing:email:manage", "directory:manage", "conversation:email:handle", "routing:supervise", "audit:view");

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
    void refusesToGiveOrTakeAPermissionThatTheUserLacks() {
        Api ada = Api.newOrganisation(port, "givers");
        Api full = new Api(
                port, Parts.identity().token("root", "givers", "directory:manage", "routing:supervise", "audit:view"));
        String supervisor = role(full, "Watchers", List.of("routing:supervise", "audit:view"));

        ada.post("/api/roles", Map.of("name", "Mine", "permissions", List.of("directory:manage", "audit:view")))
                .forbids("permissions[1]", "you lack audit:view");
        ada.put("/api/agents/ada", Map.of("displayName", "Ada", "roleIds", List.of(supervisor)))
                .forbids("roleIds[0]", "to give only permissions that you have yourself");
        full.put("/api/agents/grace", Map.of("displayName", "Grace", "roleIds", List.of(supervisor)))
                .has(200);
        ada.put("/api/agents/grace", Map.of("displayName", "Grace H", "roleIds", List.of(supervisor), "version", 1))
                .has(200);
        ada.put("/api/agents/grace", Map.of("displayName", "Grace H", "version", 2))
                .forbids("roleIds", "to take only permissions that you have yourself");
        ada.delete("/api/agents/grace").forbids("roleIds", "you lack routing:supervise");
        ada.put(
                        "/api/roles/" + supervisor,
                        Map.of("name", "Watching", "permissions", List.of("routing:supervise"), "version", 1))
                .forbids("permissions", "you lack audit:view");
        ada.delete("/api/roles/" + supervisor).forbids("permissions", "you lack routing:supervise");
        ada.put(
                        "/api/roles/" + supervisor,
                        Map.of(
                                "name",
                                "Watching",
                                "permissions",
                                List.of("routing:supervise", "audit:view"),
                                "version",
                                1))
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
    void letsNobodyWithTheDirectoryAloneStripTheAdministratorByADocument() {
        Api ada = administratorOfAll("stripped");
        Api eve = new Api(port, Parts.identity().token("eve", "stripped", "directory:manage", "routing:email:manage"));
        String everything = role(ada, "Everything", ALL);
        ada.put("/api/agents/ada", Map.of("displayName", "Ada", "roleIds", List.of(everything)))
                .has(200);

        assertThat(importing(eve, "agents: {ada: {displayName: Ada, roles: []}}"))
                .startsWith("403")
                .contains("agents.ada.roles", "you lack audit:view");
        assertThat(importing(eve, "agents: {eve: {displayName: Eve, roles: [Everything]}}"))
                .startsWith("403")
                .contains("agents.eve.roles[0]", "to give only");
        assertThat(importing(eve, "roles: {Everything: {permissions: []}}"))
                .startsWith("403")
                .contains("roles.Everything.permissions", "to take only");
        assertThat(importingOnly(eve, "agents: {}")).startsWith("403").contains("agents.ada", "to take only");
        assertThat(importing(eve, "roles: {Everything: {permissions: [nonsense]}}"))
                .startsWith("422");
        assertThat(ada.get("/api/agents/ada").body()).contains(everything);
    }

    @Test
    void keepsTheLastAdministratorInADocumentToo() {
        Api ada = administratorOfAll("document-admin");
        String everything = role(ada, "Everything", ALL);
        role(ada, "Directory", List.of("directory:manage"));
        ada.put("/api/agents/ada", Map.of("displayName", "Ada", "roleIds", List.of(everything)))
                .has(200);

        assertThat(importing(ada, "agents: {ada: {displayName: Ada}}")).startsWith("409");
        assertThat(importing(ada, "agents: {ada: {displayName: Ada, roles: [Directory]}}"))
                .startsWith("409")
                .contains("routing:email:manage together with directory:manage");
        assertThat(importing(ada, "roles: {Everything: {permissions: []}}")).startsWith("409");
        assertThat(importingOnly(ada, "agents: {}")).startsWith("409").contains("agents.ada");
        assertThat(ada.get("/api/agents/ada").body()).contains(everything);
    }

    /** Each of two requests takes one of the last two administrators away; together they would take both. */
    @RepeatedTest(5)
    void keepsOneOfTheLastTwoAdministratorsWhenBothAreTakenAtOnce(RepetitionInfo repetition) throws Exception {
        Api ada = administratorOfAll("both-" + repetition.getCurrentRepetition());
        String everything = role(ada, "Everything", ALL);
        for (String agent : List.of("ada", "grace")) {
            ada.put("/api/agents/" + agent, Map.of("displayName", agent, "roleIds", List.of(everything)))
                    .has(200);
        }

        List<Integer> answers;
        try (var users = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Integer> first = () -> ada.delete("/api/agents/ada").status();
            Callable<Integer> second = () -> ada.put("/api/agents/grace", Map.of("displayName", "G", "version", 1))
                    .status();
            answers = users.invokeAll(List.of(first, second)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(answers).containsOnlyOnce(409);
        assertThat(ada.get("/api/agents").body()).containsOnlyOnce(everything);
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

    private Api administratorOfAll(String organisation) {
        Api.newOrganisation(port, organisation);
        return new Api(port, Parts.identity().token("root", organisation, ALL.toArray(String[]::new)));
    }

    private static String importing(Api user, String sections) {
        return imported(user, "/api/configuration", sections);
    }

    private static String importingOnly(Api user, String sections) {
        return imported(user, "/api/configuration?removeOthers=true", sections);
    }

    private static String imported(Api user, String path, String sections) {
        String document = "format: postroom/1\n" + sections + "\n";
        var answer = user.exchange("POST", path, "application/yaml", document);
        ApiContract.of(user.port()).check(answer, document);
        return answer.statusCode() + " " + answer.body();
    }

    private static String role(Api administrator, String name, List<String> permissions) {
        return administrator
                .post("/api/roles", Map.of("name", name, "permissions", permissions))
                .has(201)
                .id();
    }
}
