package org.postroom.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainVerified;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.LogReader;
import org.postroom.local.client.StackAddresses;
import tools.jackson.databind.JsonNode;

/** What Ada, acme's administrator, does: add the domain, publish its records, configure who answers. */
final class Administration {

    static final String DOMAIN = "support.acme.test";
    static final String HIDDEN_BCC = "archive@archive.test";
    static final String REPLY_TO = "help@" + DOMAIN;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int DKIM_RECORDS = 3;

    private final StackAddresses stack;
    private final ApiClient ada;
    private final LogReader log;
    private final Narrator narrator;

    Administration(StackAddresses stack, ApiClient ada, LogReader log, Narrator narrator) {
        this.stack = stack;
        this.ada = ada;
        this.log = log;
        this.narrator = narrator;
    }

    String addDomain() throws IOException, InterruptedException, TimeoutException {
        narrator.step("Ada, administrator of acme, adds the domain " + DOMAIN + ".");
        var present = find("/api/domains", "name", DOMAIN);
        if (present != null) {
            narrator.detail("It is there already, from an earlier run.");
            return present.path("id").asString();
        }
        String id = ada.post(stack.domain(), "/api/domains", Map.of("name", DOMAIN))
                .path("id")
                .asString();
        var added = log.await(
                DomainAdded.class, PATIENCE, event -> event.getDomainId().equals(id));
        narrator.event(added, DOMAIN);
        return id;
    }

    void publishRecords(String domainId) throws IOException, InterruptedException, TimeoutException {
        narrator.step("She publishes the records that Postroom shows, here in the DNS playground.");
        JsonNode verification = awaitRecords(domainId);
        List<Map<String, Object>> records = verification
                .path("records")
                .valueStream()
                .map(record -> Map.<String, Object>of(
                        "name", record.path("name").asString() + ".",
                        "type", record.path("type").asString(),
                        "value", record.path("value").asString()))
                .toList();
        ApiClient.anonymous().put(stack.dns(), "/zones/" + DOMAIN + "/records", records);
        verification
                .path("records")
                .valueStream()
                .forEach(record -> narrator.detail("%-12s %-4s %s"
                        .formatted(
                                record.path("purpose").asString(),
                                record.path("type").asString(),
                                record.path("name").asString())));
        narrator.step("verification-service asks the domain's own name server, by real DNS queries.");
        if (isVerified(verification)) {
            narrator.detail("It is verified already, from an earlier run.");
            return;
        }
        for (var direction : List.of("RECEIVING", "SENDING")) {
            var verified = log.await(
                    DomainVerified.class,
                    PATIENCE,
                    event -> event.getDomainId().equals(domainId)
                            && event.getDirection().name().equals(direction));
            narrator.event(verified, direction);
        }
    }

    /** Skill, queue, agent, signature and address; returns the address's identifier. */
    String configure(String domainId) throws IOException, InterruptedException, TimeoutException {
        narrator.step("She configures the address " + REPLY_TO + ".");
        String skill = ensure("/api/skills", Map.of("name", "Billing"));
        ada.put(stack.domain(), "/api/agents/anna", agent(skill));
        String queue = ensure(
                "/api/queues",
                Map.of("name", "Support", "memberAgentIds", List.of("anna"), "alertingTimeoutSeconds", 300));
        String signature = ensure("/api/signatures", signature());
        var present = find("/api/addresses", "address", REPLY_TO);
        if (present != null) {
            narrator.detail("It is there already, from an earlier run.");
            return present.path("id").asString();
        }
        String id = ada.post(stack.domain(), "/api/addresses", address(domainId, skill, queue, signature))
                .path("id")
                .asString();
        var configured = log.await(
                AddressConfigured.class, PATIENCE, event -> event.getAddressId().equals(id));
        narrator.event(configured, "queue Support, skill Billing, French, priority 20, history always");
        narrator.detail("From: Acme Support <" + REPLY_TO + ">, hidden BCC: " + HIDDEN_BCC);
        return id;
    }

    private Map<String, Object> agent(String skill) throws IOException, InterruptedException {
        Map<String, Object> agent = new LinkedHashMap<>();
        agent.put("displayName", "Anna Berg");
        agent.put("emailCapacity", 3);
        agent.put("skills", List.of(Map.of("skillId", skill, "proficiency", 4)));
        agent.put("languages", List.of("fr", "en"));
        var present = find("/api/agents", "id", "anna");
        if (present != null) {
            agent.put("version", present.path("version").asLong());
        }
        return agent;
    }

    private static Map<String, Object> signature() {
        return Map.of(
                "name", "Acme",
                "html", "<p>Bien à vous,<br>votre équipe Acme</p>",
                "text", "Bien à vous,\nvotre équipe Acme");
    }

    private static Map<String, Object> address(String domainId, String skill, String queue, String signature) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("domainId", domainId);
        address.put("localPart", "help");
        address.put("fromName", "Acme Support");
        address.put("replyTo", REPLY_TO);
        address.put("hiddenBcc", List.of(HIDDEN_BCC));
        address.put("queueId", queue);
        address.put("skills", List.of(Map.of("skillId", skill, "proficiency", 2)));
        address.put("language", "fr");
        address.put("priority", 20);
        address.put("signatureId", signature);
        address.put("history", "ALWAYS");
        return address;
    }

    private String ensure(String path, Map<String, Object> body) throws IOException, InterruptedException {
        var present = find(path, "name", String.valueOf(body.get("name")));
        return (present != null ? present : ada.post(stack.domain(), path, body))
                .path("id")
                .asString();
    }

    private @org.jspecify.annotations.Nullable JsonNode find(String path, String field, String value)
            throws IOException, InterruptedException {
        return ada.get(stack.domain(), path)
                .valueStream()
                .filter(entry -> entry.path(field).asString("").equals(value))
                .findFirst()
                .orElse(null);
    }

    /** The DKIM record comes a moment after the others: its key is made by another service. */
    private JsonNode awaitRecords(String domainId) throws IOException, InterruptedException, TimeoutException {
        return Waiting.until(
                "the records of " + DOMAIN + ", the DKIM key among them",
                PATIENCE,
                () -> {
                    try {
                        return ada.get(stack.verification(), "/api/domains/" + domainId + "/verification");
                    } catch (org.postroom.local.client.ApiRefusedException notYet) {
                        return org.postroom.local.http.Json.MAPPER.createObjectNode();
                    }
                },
                verification -> verification.path("records").size() >= DKIM_RECORDS);
    }

    private static boolean isVerified(JsonNode verification) {
        return verification.path("receiving").path("state").asString("").equals("VERIFIED")
                && verification.path("sending").path("state").asString("").equals("VERIFIED");
    }
}
