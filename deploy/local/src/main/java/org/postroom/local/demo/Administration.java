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
import org.postroom.local.client.ApiRefusedException;
import org.postroom.local.client.LogReader;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.http.Json;
import tools.jackson.databind.JsonNode;

/** What an organisation's administrator does: add the domain, publish its records, configure who answers. It can be repeated. */
public final class Administration {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Two keys of RSA, of which one is in reserve, and one of Ed25519. */
    private static final int DKIM_KEYS = 3;

    private static final int TOO_MANY_REQUESTS = 429;

    private final Setup setup;
    private final StackAddresses stack;
    private final ApiClient administrator;
    private final LogReader log;
    private final Narrator narrator;

    /**
     * Acts in the name of the administrator.
     *
     * @param setup the organisation
     * @param stack where the services are
     * @param administrator asks in the administrator's name
     * @param log reads the events that this causes, from before it begins
     * @param narrator is told each step
     */
    public Administration(
            Setup setup, StackAddresses stack, ApiClient administrator, LogReader log, Narrator narrator) {
        this.setup = setup;
        this.stack = stack;
        this.administrator = administrator;
        this.log = log;
        this.narrator = narrator;
    }

    /**
     * Does it all: adds the domain, publishes its records, waits until it is verified, configures the address.
     *
     * @return the address's identifier
     * @throws IOException where a service refuses or does not answer
     * @throws TimeoutException where an event that must come does not come
     */
    public String setUp() throws IOException, InterruptedException, TimeoutException {
        String domainId = addDomain();
        publishRecords(domainId);
        return configure(domainId);
    }

    private String addDomain() throws IOException, InterruptedException, TimeoutException {
        narrator.step("The administrator " + setup.administrator() + " adds the domain " + setup.domain() + ".");
        var present = find("/api/domains", "name", setup.domain());
        if (present != null) {
            narrator.detail("It is there already, from an earlier run.");
            return present.path("id").asString();
        }
        String id = administrator
                .post(stack.domain(), "/api/domains", Map.of("name", setup.domain()))
                .path("id")
                .asString();
        var added = log.await(
                DomainAdded.class, PATIENCE, event -> event.getDomainId().equals(id));
        narrator.event(added, setup.domain());
        return id;
    }

    private void publishRecords(String domainId) throws IOException, InterruptedException, TimeoutException {
        narrator.step("The administrator publishes the records that Postroom shows, here in the DNS playground.");
        JsonNode verification = awaitRecords(domainId);
        List<Map<String, Object>> records = verification
                .path("records")
                .valueStream()
                .map(record -> Map.<String, Object>of(
                        "name", record.path("name").asString() + ".",
                        "type", record.path("type").asString(),
                        "value", record.path("value").asString()))
                .toList();
        ApiClient.anonymous().put(stack.dns(), "/zones/" + setup.domain() + "/records", records);
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
        checkNow(domainId);
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
    private String configure(String domainId) throws IOException, InterruptedException, TimeoutException {
        narrator.step("The administrator configures the address " + setup.address() + ".");
        String skill = ensure("/api/skills", Map.of("name", "Billing"));
        administrator.put(stack.domain(), "/api/agents/" + setup.agent(), agent(skill));
        String queue = ensure(
                "/api/queues",
                Map.of("name", "Support", "memberAgentIds", List.of(setup.agent()), "alertingTimeoutSeconds", 300));
        String signature = ensure("/api/signatures", signature());
        var present = find("/api/addresses", "address", setup.address());
        if (present != null) {
            narrator.detail("It is there already, from an earlier run.");
            return present.path("id").asString();
        }
        String id = administrator
                .post(stack.domain(), "/api/addresses", address(domainId, skill, queue, signature))
                .path("id")
                .asString();
        var configured = log.await(
                AddressConfigured.class, PATIENCE, event -> event.getAddressId().equals(id));
        narrator.event(configured, "queue Support, skill Billing, French, priority 20, history always");
        narrator.detail("From: Acme Support <" + setup.address() + ">, hidden BCC: " + setup.hiddenBcc());
        return id;
    }

    private Map<String, Object> agent(String skill) throws IOException, InterruptedException {
        Map<String, Object> agent = new LinkedHashMap<>();
        agent.put("displayName", setup.agentName());
        agent.put("emailCapacity", 3);
        agent.put("skills", List.of(Map.of("skillId", skill, "proficiency", 4)));
        agent.put("languages", List.of("fr", "en"));
        var present = find("/api/agents", "id", setup.agent());
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

    private Map<String, Object> address(String domainId, String skill, String queue, String signature) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("domainId", domainId);
        address.put("localPart", "help");
        address.put("fromName", "Acme Support");
        address.put("replyTo", setup.address());
        address.put("hiddenBcc", List.of(setup.hiddenBcc()));
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
        return (present != null ? present : administrator.post(stack.domain(), path, body))
                .path("id")
                .asString();
    }

    private @org.jspecify.annotations.Nullable JsonNode find(String path, String field, String value)
            throws IOException, InterruptedException {
        return administrator
                .get(stack.domain(), path)
                .valueStream()
                .filter(entry -> entry.path(field).asString("").equals(value))
                .findFirst()
                .orElse(null);
    }

    /** A check is heard again only some seconds after the one before, which may have run when the domain was added. */
    private void checkNow(String domainId) throws IOException, InterruptedException, TimeoutException {
        Waiting.until(
                "the check to be taken",
                PATIENCE,
                () -> {
                    try {
                        administrator.post(stack.verification(), "/api/domains/" + domainId + "/checks", Map.of());
                        return true;
                    } catch (ApiRefusedException refused) {
                        if (refused.status() == TOO_MANY_REQUESTS) {
                            return false;
                        }
                        throw refused;
                    }
                },
                taken -> taken);
    }

    /** The DKIM records come a moment after the others: their keys are made by another service. */
    private JsonNode awaitRecords(String domainId) throws IOException, InterruptedException, TimeoutException {
        return Waiting.until(
                "the records of " + setup.domain() + ", the DKIM keys among them",
                PATIENCE,
                () -> {
                    try {
                        return administrator.get(stack.verification(), "/api/domains/" + domainId + "/verification");
                    } catch (ApiRefusedException notYet) {
                        return Json.MAPPER.createObjectNode();
                    }
                },
                verification -> verification
                                .path("records")
                                .valueStream()
                                .filter(record ->
                                        record.path("purpose").asString("").equals("DKIM"))
                                .count()
                        >= DKIM_KEYS);
    }

    private static boolean isVerified(JsonNode verification) {
        return verification.path("receiving").path("state").asString("").equals("VERIFIED")
                && verification.path("sending").path("state").asString("").equals("VERIFIED");
    }
}
