package org.postroom.local.demo;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.postroom.events.configuration.AddressConfigured;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.LogReader;
import org.postroom.local.client.StackAddresses;

/**
 * What an organisation's administrator does: add the domain, publish its records, configure who answers. It can be
 * repeated: what is there already stays as it is, whatever an administrator has made of it.
 */
public final class Administration {

    private static final String ADDRESSES = "/api/addresses";

    private final Setup setup;
    private final MailDomain domain;
    private final Entries entries;
    private final Watch watch;
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
        this.narrator = narrator;
        this.watch = new Watch(log);
        this.entries = new Entries(administrator, stack.domain());
        this.domain = new MailDomain(setup, stack, administrator, entries, watch, narrator);
    }

    /**
     * Does it all: adds the domain, publishes its records, waits until it is verified, configures the address.
     *
     * @return the address's identifier
     * @throws IOException where a service refuses, does not answer, or does not do what it should
     */
    public String setUp() throws IOException, InterruptedException {
        return openAddress(provideDomain());
    }

    /** Does what is still to be done until the domain is verified, and returns its identifier. */
    String provideDomain() throws IOException, InterruptedException {
        return domain.provide();
    }

    /** True where customers can write to the organisation's address. */
    boolean hasAddress() throws IOException, InterruptedException {
        return entries.find(ADDRESSES, "address", setup.address()).isPresent();
    }

    /** Skill, queue, agents, signature and address; returns the address's identifier. */
    String openAddress(String domainId) throws IOException, InterruptedException {
        narrator.step("The administrator configures the address " + setup.address() + ".");
        var present = entries.find(ADDRESSES, "address", setup.address());
        if (present.isPresent()) {
            narrator.detail("It is there already, from an earlier run.");
            return Entries.id(present.get());
        }
        String skill = entries.ensure("/api/skills", Map.of("name", "Billing"));
        for (var agent : setup.agents()) {
            entries.ensureAgent(
                    agent.id(),
                    Map.of(
                            "displayName", agent.name(),
                            "emailCapacity", 3,
                            "skills", Entries.skill(skill, 4),
                            "languages", List.of("fr", "en")));
        }
        var members = setup.agents().stream().map(Setup.Agent::id).toList();
        String queue = entries.ensure(
                "/api/queues", Map.of("name", "Support", "memberAgentIds", members, "alertingTimeoutSeconds", 300));
        String signature = entries.ensure("/api/signatures", signature("Acme"));
        String id = entries.add(ADDRESSES, address(domainId, skill, queue, signature));
        var configured = watch.await(
                AddressConfigured.class,
                "configure the address",
                event -> event.getAddressId().equals(id));
        narrator.event(
                configured,
                "queue Support with "
                        + String.join(
                                " and ",
                                setup.agents().stream()
                                        .map(Setup.Agent::firstName)
                                        .toList()));
        return id;
    }

    static Map<String, Object> signature(String name) {
        return Map.of(
                "name", name,
                "html", "<p>Bien à vous,<br>votre équipe Acme</p>",
                "text", "Bien à vous,\nvotre équipe Acme");
    }

    private Map<String, Object> address(String domainId, String skill, String queue, String signature) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("domainId", domainId);
        address.put("localPart", "help");
        address.put("fromName", "Acme Support");
        address.put("replyTo", setup.address());
        address.put(
                "hiddenBcc", List.of("archive-of-" + setup.agents().getFirst().id() + "@archive.test"));
        address.put("queueId", queue);
        address.put("skills", Entries.skill(skill, 2));
        address.put("language", "fr");
        address.put("priority", 20);
        address.put("signatureId", signature);
        address.put("history", "ALWAYS");
        return address;
    }
}
