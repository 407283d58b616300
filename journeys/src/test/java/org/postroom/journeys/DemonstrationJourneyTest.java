package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.events.agent.AgentStatusChanged;
import org.postroom.events.common.AgentStatus;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.demo.Demo;
import org.postroom.local.demo.DemoStoppedException;
import org.postroom.local.demo.Setup;
import org.postroom.local.demo.Waiting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The demonstration on a stack in use. */
class DemonstrationJourneyTest {

    private static final String ADDRESS = "demo@" + Setup.ACME.domain();
    private static final String AGENT = "dana";

    private final StackAddresses stack = RunningStack.addresses();

    @TempDir
    private Path folder;

    @BeforeAll
    static void aDemonstrationWasToldBefore(@TempDir Path folder) throws Exception {
        Demo.run(RunningStack.addresses(), folder, new PrintWriter(new StringWriter()));
    }

    @Test
    void isToldWhileOtherMailWaitsAndAnnaIsOnQueueAtHerCapacity() throws Exception {
        try (var acme = ContactCentre.of(Setup.ACME)) {
            ApiClient anna = acme.signedIn("anna");
            int capacity = acme.administrator()
                    .get(stack.domain(), "/api/agents/anna")
                    .path("emailCapacity")
                    .asInt();
            var mails = acme.delivered(capacity + 1, Setup.ACME.address());
            acme.goOnQueue(anna);
            Waiting.until(
                    "Anna to be offered as much as she may have",
                    ContactCentre.PATIENCE,
                    () -> offeredTo("anna", acme),
                    offered -> offered.size() == capacity);

            assertThat(demonstrate()).contains("ReplySent", "lands in the same conversation");

            assertThat(offeredTo("anna", acme)).hasSize(capacity);
            assertThat(offeredTo(AGENT, acme)).isNotEmpty().doesNotContainAnyElementsOf(mails);
            assertThat(acme.log().all(InteractionClosed.class))
                    .extracting(InteractionClosed::getInteractionId)
                    .doesNotContainAnyElementsOf(mails);
            acme.goOffQueue(anna);
        }
    }

    @Test
    void endsFirstWhatADemonstrationLeftThatWasBrokenOff() throws Exception {
        try (var acme = ContactCentre.of(Setup.ACME)) {
            ApiClient dana = acme.signedIn(AGENT);
            String held = acme.delivered(1, ADDRESS).getFirst();
            acme.goOnQueue(dana);
            acme.accept(dana, held);
            acme.goOffQueue(dana);
            String waiting = acme.delivered(1, ADDRESS).getFirst();
            String others = acme.delivered(1, Setup.ACME.address()).getFirst();

            assertThat(demonstrate()).contains("2 mails to " + ADDRESS + " from before", "ReplySent");

            assertThat(acme.log().all(InteractionClosed.class))
                    .extracting(InteractionClosed::getInteractionId)
                    .contains(held, waiting)
                    .doesNotContain(others);
        }
        assertThat(demonstrate()).doesNotContain("from before");
    }

    @Test
    void waitsForAnotherOneThatRuns() throws Exception {
        List<String> told = new ArrayList<>();
        try (var people = Executors.newThreadPerTaskExecutor(Thread.ofPlatform().factory())) {
            var first = people.submit(this::demonstrate);
            var second = people.submit(this::demonstrate);
            told.add(first.get());
            told.add(second.get());
        }

        assertThat(told).allSatisfy(story -> assertThat(story).contains("That is the main job."));
        assertThat(told)
                .filteredOn(story -> story.contains("Another demonstration is running, since "))
                .hasSize(1);
    }

    @Test
    void leavesAsItIsWhatAnAdministratorMadeOfAnnaAndSupport() throws Exception {
        try (var acme = ContactCentre.of(Setup.ACME)) {
            JsonNode anna = acme.administrator().get(stack.domain(), "/api/agents/anna");
            JsonNode support = queue(acme, "Support");
            put(acme, "/api/agents/anna", anna, Map.of("skills", List.of(), "emailCapacity", 1));
            put(
                    acme,
                    "/api/queues/" + support.path("id").asString(),
                    support,
                    Map.of("memberAgentIds", List.of("ben")));
            JsonNode changedAnna = acme.administrator().get(stack.domain(), "/api/agents/anna");
            JsonNode changedSupport = queue(acme, "Support");

            demonstrate();

            assertThat(acme.administrator().get(stack.domain(), "/api/agents/anna"))
                    .isEqualTo(changedAnna);
            assertThat(queue(acme, "Support")).isEqualTo(changedSupport);
            restore(acme, "/api/agents/anna", anna, changedAnna);
            restore(acme, "/api/queues/" + support.path("id").asString(), support, changedSupport);
        }
    }

    @Test
    void putsItsOwnQueueAndAgentBack() throws Exception {
        try (var acme = ContactCentre.of(Setup.ACME)) {
            JsonNode own = queue(acme, "Demonstration");
            JsonNode dana = acme.administrator().get(stack.domain(), "/api/agents/" + AGENT);
            put(acme, "/api/queues/" + own.path("id").asString(), own, Map.of("memberAgentIds", List.of("anna")));
            put(acme, "/api/agents/" + AGENT, dana, Map.of("languages", List.of("de")));

            assertThat(demonstrate())
                    .contains("changed the queue Demonstration", "changed the agent Dana", "That is the main job.");
        }
    }

    @Test
    void saysThatItsAddressIsSwitchedOffAndWhatToDo() throws Exception {
        try (var acme = ContactCentre.of(Setup.ACME)) {
            JsonNode address = find(acme, "/api/addresses", "address", ADDRESS);
            String path = "/api/addresses/" + address.path("id").asString();
            var off = ((ObjectNode) address).deepCopy();
            off.remove("queueId");
            JsonNode switchedOff = acme.administrator().put(stack.domain(), path, off);

            assertThat(failure())
                    .contains("stopped at step 4", "switched off the address " + ADDRESS, "What to do: Sign in at");

            restore(acme, path, address, switchedOff);
        }
    }

    @Test
    void saysWhyTheReplyWaitsAndTakesItsAgentOffQueue() throws Exception {
        ApiClient.anonymous()
                .put(
                        stack.mailbox(),
                        "/faults",
                        Map.of(
                                "recipient", "archive-of-dana@archive.test",
                                "kind", "REFUSE",
                                "code", 451,
                                "text", "4.3.0 later",
                                "times", 0));
        try (var acme = ContactCentre.of(Setup.ACME)) {
            assertThat(failure())
                    .contains(
                            "The reply has to wait: 451 4.3.0 later", "curl -X DELETE " + stack.mailbox() + "/faults");

            acme.log()
                    .await(
                            AgentStatusChanged.class,
                            ContactCentre.PATIENCE,
                            event -> event.getAgentId().equals(AGENT) && event.getStatus() == AgentStatus.OFF_QUEUE);
        } finally {
            ApiClient.anonymous().delete(stack.mailbox(), "/faults");
        }
        assertThat(demonstrate()).contains("That is the main job.");
    }

    private static List<String> offeredTo(String agent, ContactCentre centre) {
        return centre.log().all(InteractionOffered.class).stream()
                .filter(offer -> offer.getAgentId().equals(agent))
                .map(InteractionOffered::getInteractionId)
                .toList();
    }

    private String demonstrate() throws DemoStoppedException, InterruptedException {
        var told = new StringWriter();
        Demo.run(stack, folder, new PrintWriter(told, true));
        return told.toString();
    }

    private String failure() {
        return String.valueOf(catchThrowableOfType(DemoStoppedException.class, this::demonstrate)
                .getMessage());
    }

    private JsonNode queue(ContactCentre centre, String name) throws Exception {
        return find(centre, "/api/queues", "name", name);
    }

    private JsonNode find(ContactCentre centre, String path, String field, String value) throws Exception {
        return centre.administrator()
                .get(stack.domain(), path + "?limit=1000")
                .valueStream()
                .filter(entry -> entry.path(field).asString("").equals(value))
                .findFirst()
                .orElseThrow();
    }

    private void put(ContactCentre centre, String path, JsonNode present, Map<String, Object> changes)
            throws Exception {
        var changed = ((ObjectNode) present).deepCopy();
        changes.forEach(changed::putPOJO);
        centre.administrator().put(stack.domain(), path, changed);
    }

    private void restore(ContactCentre centre, String path, JsonNode former, JsonNode present) throws Exception {
        var restored = ((ObjectNode) former).deepCopy();
        restored.set("version", present.path("version"));
        centre.administrator().put(stack.domain(), path, restored);
    }
}
