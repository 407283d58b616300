package org.postroom.local.demo;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.local.client.StackAddresses;
import tools.jackson.databind.JsonNode;

/**
 * What belongs to the demonstration alone: an address, a queue, a skill, a signature and an agent, so that it disturbs
 * nobody's work and nobody's work disturbs it. Where somebody has changed what it needs of them, it is put back.
 */
final class Stage {

    static final Setup.Agent AGENT = new Setup.Agent("dana", "Dana Roth");
    static final String ADDRESS = "demo@" + Setup.ACME.domain();
    static final String HIDDEN_BCC = "archive-of-dana@archive.test";

    private static final String NAME = "Demonstration";
    private static final String ADDRESSES = "/api/addresses";
    /** As many as an agent can have, so that what others write to the address takes no room away. */
    private static final int CAPACITY = 25;

    private final Entries entries;
    private final StackAddresses stack;
    private final Watch watch;
    private final Narrator narrator;

    Stage(Entries entries, StackAddresses stack, Watch watch, Narrator narrator) {
        this.entries = entries;
        this.stack = stack;
        this.watch = watch;
        this.narrator = narrator;
    }

    /**
     * Its identifiers.
     *
     * @param addressId the address that the customer writes to
     * @param queueId the queue that its mail waits in
     */
    record Ready(String addressId, String queueId) {}

    /** True once a demonstration has come so far before. */
    boolean wasSet() throws IOException, InterruptedException {
        return entries.find(ADDRESSES, "address", ADDRESS).isPresent();
    }

    /** Adds what is missing and puts right what was changed. */
    Ready set(String domainId) throws IOException, InterruptedException {
        narrator.step("The administrator gives the demonstration an address, a queue and an agent of its own: "
                + ADDRESS + " and " + AGENT.firstName() + ".");
        String skill = entries.ensure("/api/skills", Map.of("name", NAME));
        setAgent(skill);
        String queue = setQueue();
        String signature = entries.ensure("/api/signatures", Administration.signature(NAME));
        var needs = needs(queue, skill, signature);
        var present = entries.find(ADDRESSES, "address", ADDRESS);
        String address = present.isPresent() ? check(present.get(), needs) : add(domainId, needs);
        return new Ready(address, queue);
    }

    private void setAgent(String skill) throws IOException, InterruptedException {
        Map<String, @Nullable Object> needs = new LinkedHashMap<>();
        needs.put("emailCapacity", CAPACITY);
        needs.put("skills", Entries.skill(skill, 4));
        needs.put("languages", List.of("fr", "en"));
        var present = entries.agent(AGENT.id());
        if (present.isEmpty()) {
            needs.put("displayName", AGENT.name());
            entries.ensureAgent(AGENT.id(), needs);
        } else if (entries.putRight("/api/agents", present.get(), needs)) {
            putBack("agent " + AGENT.firstName());
        }
    }

    private String setQueue() throws IOException, InterruptedException {
        Map<String, @Nullable Object> needs = new LinkedHashMap<>();
        needs.put("memberAgentIds", List.of(AGENT.id()));
        needs.put("alertingTimeoutSeconds", 300);
        needs.put("evaluationMethod", "ALL_SKILLS");
        var present = entries.find("/api/queues", "name", NAME);
        if (present.isEmpty()) {
            needs.put("name", NAME);
            return entries.add("/api/queues", needs);
        }
        if (entries.putRight("/api/queues", present.get(), needs)) {
            putBack("queue " + NAME);
        }
        return Entries.id(present.get());
    }

    private String add(String domainId, Map<String, @Nullable Object> needs) throws IOException, InterruptedException {
        Map<String, @Nullable Object> address = new LinkedHashMap<>(needs);
        address.put("domainId", domainId);
        address.put("localPart", ADDRESS.substring(0, ADDRESS.indexOf('@')));
        String id = entries.add(ADDRESSES, address);
        tell(id);
        narrator.detail("From: Acme Support <" + ADDRESS + ">, hidden BCC: " + HIDDEN_BCC);
        return id;
    }

    private String check(JsonNode present, Map<String, @Nullable Object> needs)
            throws IOException, InterruptedException {
        if (!present.hasNonNull("queueId") && !present.hasNonNull("flowId")) {
            throw new Obstacle(
                    "An administrator has switched off the address " + ADDRESS
                            + ": it takes no mail, since it has neither a queue nor a flow.",
                    "Sign in at " + stack.console() + " as " + Setup.ACME.administrator()
                            + ", page Addresses, and give "
                            + ADDRESS + " the queue " + NAME
                            + ", or remove the address: the demonstration then makes it anew.");
        }
        String id = Entries.id(present);
        if (entries.putRight(ADDRESSES, present, needs)) {
            putBack("address " + ADDRESS);
            tell(id);
        } else {
            narrator.detail("It is there already, from an earlier run.");
        }
        return id;
    }

    private void tell(String addressId) throws IOException {
        var configured = watch.await(
                AddressConfigured.class,
                "configure the address",
                event -> event.getAddressId().equals(addressId));
        narrator.event(configured, "queue and skill Demonstration, French, priority 20, history always");
    }

    private void putBack(String what) {
        narrator.detail("Somebody has changed the " + what + "; it is the demonstration's own and was put back.");
    }

    private static Map<String, @Nullable Object> needs(String queue, String skill, String signature) {
        Map<String, @Nullable Object> address = new LinkedHashMap<>();
        address.put("fromName", "Acme Support");
        address.put("fromAddress", ADDRESS);
        address.put("replyTo", ADDRESS);
        address.put("hiddenBcc", List.of(HIDDEN_BCC));
        address.put("queueId", queue);
        address.put("flowId", null);
        address.put("skills", Entries.skill(skill, 2));
        address.put("language", "fr");
        address.put("priority", 20);
        address.put("signatureId", signature);
        address.put("signatureOn", "EVERY_MAIL");
        address.put("history", "ALWAYS");
        address.put("multipleActions", false);
        return address;
    }
}
