package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.configuration.SignatureOn;
import org.postroom.events.configuration.SignaturePlacement;
import org.postroom.events.configuration.SpamRoute;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.PostroomIT;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What an address may be told to do. */
@PostroomIT
@TestPropertySource(properties = "postroom.domain.addresses-per-domain=5")
class AddressRulesIT {

    @LocalServerPort
    private int port;

    @Test
    void publishesEveryField() {
        Api ada = Api.newOrganisation(port, "every-field");
        String domain = ada.newDomain("every-field.test");
        String queue = ada.post("/api/queues", Map.of("name", "Q")).has(201).id();
        String flow = ada.post("/api/flows", Map.of("name", "F", "definition", "steps: []", "fallbackQueueId", queue))
                .has(201)
                .id();
        Map<String, Object> wanted = address(domain, "help");
        wanted.put("flowId", flow);
        wanted.put("spamRoute", "FLOW");
        wanted.put("spamFlowId", flow);
        wanted.put("signaturePlacement", "EDITOR");
        wanted.put("signatureOn", "FIRST_OF_CONVERSATION");
        wanted.put("catchAll", true);
        wanted.put("plusAddressing", true);

        String id = ada.post("/api/addresses", wanted).has(201).id();

        var event = EventLog.of(Topics.CONFIGURATION)
                .await(AddressConfigured.class, each -> each.getAddressId().equals(id));
        assertThat(event.getFlowId()).isEqualTo(flow);
        assertThat(event.getQueueId()).isNull();
        assertThat(event.getSpamRoute()).isEqualTo(SpamRoute.FLOW);
        assertThat(event.getSpamFlowId()).isEqualTo(flow);
        assertThat(event.getSignaturePlacement()).isEqualTo(SignaturePlacement.EDITOR);
        assertThat(event.getSignatureOn()).isEqualTo(SignatureOn.FIRST_OF_CONVERSATION);
        assertThat(event.getCatchAll()).isTrue();
        assertThat(event.getPlusAddressing()).isTrue();
        assertThat(ada.delete("/api/flows/" + flow).has(409).detail()).contains("address help@every-field.test");
        wanted.put("queueId", queue);
        ada.post("/api/addresses", wanted).refuses("flowId", "but got both");
    }

    @Test
    void namesAllWrongFieldsAtOnce() {
        Api ada = Api.newOrganisation(port, "many-wrong");
        String domain = ada.newDomain("many-wrong.test");
        Map<String, Object> wrong = address(domain, "help");
        wrong.put("fromAddress", "ceo@elsewhere.test");
        wrong.put("replyTo", "ceo@elsewhere.test");
        wrong.put("hiddenBcc", List.of("archive@elsewhere.test", "help@many-wrong.test"));
        wrong.put("queueId", "none");
        wrong.put("signatureId", "none");

        var refused = ada.post("/api/addresses", wrong).has(422).json();

        assertThat(refused.get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString()))
                .containsExactlyInAnyOrder("fromAddress", "replyTo", "hiddenBcc[1]", "queueId", "signatureId");
    }

    @Test
    void takesFromAndReplyToFromAnotherDomainOfTheOrganisation() {
        Api ada = Api.newOrganisation(port, "both-domains");
        String domain = ada.newDomain("both-domains.test");
        String system =
                ada.get("/api/domains?q=postroom").json().get(0).get("id").asString();
        ada.post("/api/addresses", address(system, "help")).has(201);
        Map<String, Object> sales = address(domain, "sales");
        sales.put("fromAddress", "help@both-domains.postroom.test");
        sales.put("replyTo", "help@both-domains.postroom.test");

        ada.post("/api/addresses", sales).has(201);
    }

    @Test
    void letsOneAddressOfADomainTakeAllOtherMail() {
        Api ada = Api.newOrganisation(port, "catching");
        String domain = ada.newDomain("catching.test");
        Map<String, Object> first = address(domain, "info");
        first.put("catchAll", true);
        ada.post("/api/addresses", first).has(201);
        Map<String, Object> second = address(domain, "other");
        second.put("catchAll", true);

        ada.post("/api/addresses", second).refuses("catchAll", "info@catching.test");

        first.put("version", 1);
        first.put("priority", 3);
        String id = ada.get("/api/addresses").json().get(0).get("id").asString();
        ada.put("/api/addresses/" + id, first).has(200);
        first.put("version", 2);
        first.put("hiddenBcc", List.of("nobody@catching.test"));
        ada.put("/api/addresses/" + id, first).refuses("hiddenBcc[0]", "comes back");
    }

    @Test
    void keepsWhatStandsBehindAPlusWithOneAddress() {
        Api ada = Api.newOrganisation(port, "plus");
        String domain = ada.newDomain("plus.test");
        Map<String, Object> help = address(domain, "help");
        help.put("plusAddressing", true);
        ada.post("/api/addresses", help).has(201);

        ada.post("/api/addresses", address(domain, "help+sales")).refuses("localPart", "behind a plus");
        ada.post("/api/addresses", address(domain, "info+sales")).has(201);
        Map<String, Object> info = address(domain, "info");
        info.put("plusAddressing", true);
        ada.post("/api/addresses", info).refuses("plusAddressing", "info+sales@plus.test");
        Map<String, Object> odd = address(domain, "a+b");
        odd.put("plusAddressing", true);
        ada.post("/api/addresses", odd).refuses("plusAddressing", "without a plus");
        help.put("version", 1);
        help.put("hiddenBcc", List.of("help+archive@plus.test"));
        String id = ada.get("/api/addresses?q=help").json().get(0).get("id").asString();
        ada.put("/api/addresses/" + id, help).refuses("hiddenBcc[0]", "comes back");
    }

    @Test
    void limitsAddressesPerDomain() {
        Api ada = Api.newOrganisation(port, "crowded");
        String domain = ada.newDomain("crowded.test");
        for (int number = 0; number < 5; number++) {
            ada.post("/api/addresses", address(domain, "a" + number)).has(201);
        }

        assertThat(ada.post("/api/addresses", address(domain, "a5")).has(409).detail())
                .contains("fewer than 5 addresses");
    }

    private static Map<String, Object> address(String domain, String localPart) {
        return new HashMap<>(Map.of("domainId", domain, "localPart", localPart));
    }
}
