package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postroom.testkit.PostroomIT;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is refused, and with which words. */
@PostroomIT
class DirectoryRulesIT {

    @LocalServerPort
    private int port;

    @Test
    void namesTheFieldAndTheRuleThatARequestBroke() {
        Api ada = Api.newOrganisation(port, "fields");
        String domain =
                ada.post("/api/domains", Map.of("name", "fields.test")).has(201).id();

        ada.post("/api/domains", Map.of("name", "com")).refuses("name", "two labels");
        ada.post("/api/domains", Map.of()).refuses("name", "there is none");
        ada.post("/api/queues", Map.of("name", "Q", "alertingTimeoutSeconds", 0))
                .refuses("alertingTimeoutSeconds", "1 to 86400 seconds");
        ada.put("/api/agents/a", Map.of("displayName", "A", "emailCapacity", 26))
                .refuses("emailCapacity", "0 to 25");
        ada.put("/api/agents/a", Map.of("displayName", "A", "languages", List.of("de", "klingon_x")))
                .refuses("languages[1]", "BCP 47");
        ada.put(
                        "/api/agents/a",
                        Map.of("displayName", "A", "skills", List.of(Map.of("skillId", "s", "proficiency", 6))))
                .refuses("skills[0].proficiency", "0 to 5");
        ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "he lp"))
                .refuses("localPart", "before the @");
        ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "help", "priority", 25_000_001))
                .refuses("priority", "25000000");
        ada.post(
                        "/api/addresses",
                        Map.of("domainId", domain, "localPart", "help", "hiddenBcc", List.of("x@y.test", "x")))
                .refuses("hiddenBcc[1]", "expected an address");
        ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "help", "history", "SOMETIMES"))
                .refuses("history", "AGENT_DECIDES");
    }

    @Test
    void refusesReferencesToWhatDoesNotExist() {
        Api ada = Api.newOrganisation(port, "references");
        String domain = ada.post("/api/domains", Map.of("name", "references.test"))
                .has(201)
                .id();

        ada.post("/api/queues", Map.of("name", "Q", "memberAgentIds", List.of("nobody")))
                .refuses("memberAgentIds[0]", "expected an agent of your organisation");
        ada.post("/api/addresses", Map.of("domainId", "nothing", "localPart", "help"))
                .refuses("domainId", "domain");
        ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "help", "queueId", "none"))
                .refuses("queueId", "queue");
        ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "help", "signatureId", "none"))
                .refuses("signatureId", "signature");
        ada.post(
                        "/api/addresses",
                        Map.of("domainId", domain, "localPart", "help", "skills", List.of(Map.of("skillId", "none"))))
                .refuses("skills[0].skillId", "skill");
    }

    @Test
    void takesFromAndReplyToOnlyFromConfiguredAddresses() {
        Api ada = Api.newOrganisation(port, "senders");
        String domain = ada.post("/api/domains", Map.of("name", "senders.test"))
                .has(201)
                .id();
        String help = ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "help"))
                .has(201)
                .id();

        ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "sales", "fromAddress", "ceo@senders.test"))
                .refuses("fromAddress", "configured in your organisation");
        ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "sales", "replyTo", "x@elsewhere.test"))
                .refuses("replyTo", "configured in your organisation");
        ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "sales", "fromAddress", "help@senders.test"))
                .has(201);

        var refused = ada.delete("/api/addresses/" + help).has(409);
        assertThat(refused.json().get("detail").asString()).contains("used by address sales@senders.test");
    }

    @Test
    void refusesToHideTheAddressItself() {
        Api ada = Api.newOrganisation(port, "loops");
        String domain =
                ada.post("/api/domains", Map.of("name", "loops.test")).has(201).id();

        ada.post(
                        "/api/addresses",
                        Map.of("domainId", domain, "localPart", "help", "hiddenBcc", List.of("help@loops.test")))
                .refuses("hiddenBcc[0]", "other than the address itself");
    }

    @Test
    void refusesToRemoveWhatIsUsedAndNamesTheUsers() {
        Api ada = Api.newOrganisation(port, "used");
        String skill =
                ada.post("/api/skills", Map.of("name", "Billing")).has(201).id();
        ada.put("/api/agents/grace", Map.of("displayName", "Grace", "skills", List.of(Map.of("skillId", skill))))
                .has(200);
        String queue = ada.post("/api/queues", Map.of("name", "Support", "memberAgentIds", List.of("grace")))
                .has(201)
                .id();
        String domain =
                ada.post("/api/domains", Map.of("name", "used.test")).has(201).id();
        String address = ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "help", "queueId", queue))
                .has(201)
                .id();

        assertThat(detail(ada.delete("/api/skills/" + skill).has(409))).contains("agent Grace");
        assertThat(detail(ada.delete("/api/agents/grace").has(409))).contains("queue Support");
        assertThat(detail(ada.delete("/api/queues/" + queue).has(409))).contains("address help@used.test");

        for (String path : List.of(
                "/api/addresses/" + address,
                "/api/domains/" + domain + "?name=used.test",
                "/api/queues/" + queue,
                "/api/agents/grace",
                "/api/skills/" + skill)) {
            ada.delete(path).has(204);
            ada.get(path.replaceAll("[?].*", "")).has(404);
        }
    }

    @Test
    void refusesAChangeThatBuildsOnAnOldVersion() {
        Api ada = Api.newOrganisation(port, "stale");
        String id = ada.post("/api/skills", Map.of("name", "One")).has(201).id();
        ada.put("/api/skills/" + id, Map.of("name", "Two", "version", 1)).has(200);

        var refused = ada.put("/api/skills/" + id, Map.of("name", "Late", "version", 1))
                .has(409);

        assertThat(detail(refused)).contains("expected version 1").contains("version 2");
        ada.put("/api/skills/" + id, Map.of("name", "Late")).refuses("version", "expected a value");
        assertThat(ada.get("/api/skills/" + id).json().get("name").asString()).isEqualTo("Two");
    }

    @Test
    void letsAnAgentBeAddedOnceMoreWithoutVersionOnlyWhenNothingDiffers() {
        Api ada = Api.newOrganisation(port, "again");
        ada.put("/api/agents/grace", Map.of("displayName", "Grace")).has(200);

        var same = ada.put("/api/agents/grace", Map.of("displayName", "Grace")).has(200);
        assertThat(same.json().get("version").asLong()).isEqualTo(1);
        ada.put("/api/agents/grace", Map.of("displayName", "Grace Hopper")).has(409);
        ada.put("/api/agents/grace", Map.of("displayName", "Grace Hopper", "version", 1))
                .has(200);
    }

    @Test
    void keepsTheAddressItselfAsItWasConfigured() {
        Api ada = Api.newOrganisation(port, "fixed");
        String domain =
                ada.post("/api/domains", Map.of("name", "fixed.test")).has(201).id();
        String id = ada.post("/api/addresses", Map.of("domainId", domain, "localPart", "help"))
                .has(201)
                .id();

        ada.put("/api/addresses/" + id, Map.of("domainId", domain, "localPart", "sales", "version", 1))
                .refuses("localPart", "expected the address to stay help@fixed.test");
        var read = ada.get("/api/addresses/" + id).json();
        ada.put("/api/addresses/" + id, read).has(200);
        var changed = ada.put(
                "/api/addresses/" + id, Map.of("domainId", domain, "localPart", "help", "version", 1, "priority", 5));
        assertThat(changed.has(200).json().get("version").asLong()).isEqualTo(2);
    }

    @Test
    void letsOrganisationsClaimTheSameNameSideBySide() {
        Api ada = Api.newOrganisation(port, "first");
        Api eve = Api.newOrganisation(port, "second");
        String id = ada.newDomain("contested.test");

        String claim = eve.newDomain("CONTESTED.test.");

        assertThat(claim).isNotEqualTo(id);
        assertThat(eve.get("/api/domains/" + claim).json().get("name").asString())
                .isEqualTo("contested.test");
        ada.post("/api/addresses", Map.of("domainId", id, "localPart", "help")).has(201);
        eve.post("/api/addresses", Map.of("domainId", claim, "localPart", "help"))
                .has(201);
        eve.get("/api/domains/" + id).has(404);
        ada.removeDomain(id, "contested.test").has(204);
        assertThat(eve.get("/api/addresses").json()).hasSize(1);
    }

    @Test
    void importsANameThatAnotherOrganisationClaims() {
        Api ada = Api.newOrganisation(port, "exporter");
        Api eve = Api.newOrganisation(port, "importer");
        ada.newDomain("imported.test");

        var imported = eve.exchange(
                "POST",
                "/api/configuration",
                "application/yaml",
                ada.get("/api/configuration").body());

        assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);
        assertThat(eve.get("/api/domains").body()).contains("imported.test");
    }

    @Test
    void limitsDomainsToTwoPerOrganisationTheSystemDomainAmongThem() {
        Api ada = Api.newOrganisation(port, "limited");
        ada.post("/api/domains", Map.of("name", "one.limited.test")).has(201);

        assertThat(detail(ada.post("/api/domains", Map.of("name", "two.limited.test"))
                        .has(409)))
                .contains("fewer than 2 domains");
    }

    @Test
    void refusesADifferentOrganisationUnderTheSameIdentifierOrAccountName() {
        Api.newOrganisation(port, "unique");
        Api operator = Api.operator(port);

        operator.put("/api/organisations/unique", Api.organisation("other")).has(409);
        operator.put("/api/organisations/other", Api.organisation("unique")).has(409);
        operator.get("/api/organisations/other").has(404);
        assertThat(operator.get("/api/organisations/unique").json().get("name").asString())
                .isEqualTo("unique");
    }

    @Test
    void configuresNothingForAnOrganisationThatWasNeverCreated() {
        Api nobody = Api.administrator(port, "never-created");

        assertThat(detail(nobody.post("/api/skills", Map.of("name", "X")).has(409)))
                .contains("operator has created");
    }

    @Test
    void letsOneOfManySimultaneousChangesWin() throws Exception {
        Api ada = Api.newOrganisation(port, "racing");
        String id = ada.post("/api/skills", Map.of("name", "Start")).has(201).id();

        List<Integer> changes =
                atOnce(8, number -> ada.put("/api/skills/" + id, Map.of("name", "Change " + number, "version", 1)));
        List<Integer> additions =
                atOnce(8, number -> ada.post("/api/domains", Map.of("name", "d" + number + ".racing.test")));

        assertThat(changes).containsOnlyOnce(200).contains(409).hasSize(8);
        assertThat(additions.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(ada.get("/api/domains").json()).hasSize(2);
    }

    @Test
    void neverLeavesAReferenceToWhatIsRemovedAtTheSameTime() throws Exception {
        Api ada = Api.newOrganisation(port, "dangling");
        for (int round = 0; round < 5; round++) {
            String agent = "agent" + round;
            String queue = "Queue " + round;
            ada.put("/api/agents/" + agent, Map.of("displayName", agent)).has(200);

            List<Integer> statuses = atOnce(
                    2,
                    number -> number == 0
                            ? ada.delete("/api/agents/" + agent)
                            : ada.post("/api/queues", Map.of("name", queue, "memberAgentIds", List.of(agent))));

            assertThat(statuses).isIn(List.of(204, 422), List.of(409, 201));
        }
    }

    @Test
    void answersWhatIsNoJsonAsAProblem() {
        Api ada = Api.newOrganisation(port, "garbled");

        assertThat(ada.post("/api/skills", List.of("no object"))
                        .has(400)
                        .json()
                        .get("title")
                        .asString())
                .isEqualTo("Bad Request");
    }

    private static List<Integer> atOnce(int count, IntFunction<Api.Answer> request) throws InterruptedException {
        List<Callable<Integer>> requests = IntStream.range(0, count)
                .<Callable<Integer>>mapToObj(
                        number -> () -> request.apply(number).status())
                .toList();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            return senders.invokeAll(requests).stream().map(Future::resultNow).toList();
        }
    }

    private static String detail(Api.Answer answer) {
        return answer.json().get("detail").asString();
    }
}
