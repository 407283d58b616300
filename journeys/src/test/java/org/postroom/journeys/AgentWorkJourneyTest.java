package org.postroom.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.InteractionWrapUpStarted;
import org.postroom.events.interaction.QueueReason;
import org.postroom.events.interaction.RoutingCommandRejected;
import org.postroom.local.client.ApiClient;
import org.postroom.local.demo.Setup;

/** The work of an agent beside answering, from the settings of a queue to the end of an interaction. */
class AgentWorkJourneyTest {

    private static final String AGENT = "ben";

    @Test
    void wrapsUpWithACodeOfTheQueueAndGivesBackWhatADeactivatedAgentHas() throws Exception {
        var stack = RunningStack.addresses();
        try (var acme = ContactCentre.of(Setup.ACME)) {
            acme.hasAgent(AGENT, "Ben Cole", 1);
            String mark = UUID.randomUUID().toString().substring(0, 8);
            String code = acme.administrator()
                    .post(stack.domain(), "/api/wrap-up-codes", Map.of("name", "Refunded " + mark))
                    .path("id")
                    .asString();
            String address = acme.openAddress("wrapped-" + mark, AGENT);
            wrapsUp(acme, "wrapped-" + mark, code);
            ApiClient ben = acme.signedIn(AGENT);
            acme.goOnQueue(ben);

            String interaction = delivered(acme, address, ben);
            ben.post(stack.routing(), "/api/interactions/" + interaction + "/close", Map.of());
            assertThat(about(acme, RoutingCommandRejected.class, event -> interaction.equals(event.getInteractionId()))
                            .getReason())
                    .contains("a wrap-up code");
            acme.reply(ben, interaction, "You get it back.");
            about(acme, InteractionWrapUpStarted.class, event -> interaction.equals(event.getInteractionId()));
            ben.post(stack.routing(), "/api/interactions/" + interaction + "/wrap-up", Map.of("wrapUpCode", code));
            assertThat(about(acme, InteractionClosed.class, event -> interaction.equals(event.getInteractionId()))
                            .getWrapUpCode())
                    .isEqualTo(code);

            String left = delivered(acme, address, ben);
            setActive(acme, false);
            InteractionQueued back = about(
                    acme,
                    InteractionQueued.class,
                    event -> left.equals(event.getInteractionId()) && event.getReason() == QueueReason.AGENT_LEFT);
            setActive(acme, true);
            acme.goOnQueue(ben);
            about(
                    acme,
                    InteractionOffered.class,
                    event -> left.equals(event.getInteractionId())
                            && event.getOccurredAt().isAfter(back.getOccurredAt()));
            ben.post(stack.routing(), "/api/interactions/" + left + "/accept", Map.of());
            ben.post(stack.routing(), "/api/interactions/" + left + "/close", Map.of("wrapUpCode", code));
            ben.post(stack.routing(), "/api/interactions/" + left + "/wrap-up", Map.of());
            acme.awaitClosed(left);
            acme.goOffQueue(ben);
        }
    }

    private static String delivered(ContactCentre centre, String address, ApiClient agent) throws Exception {
        String interaction = centre.delivered(1, address).getFirst();
        centre.accept(agent, interaction);
        return interaction;
    }

    private static void wrapsUp(ContactCentre centre, String queue, String code) throws Exception {
        var stack = RunningStack.addresses();
        var present = centre.administrator()
                .get(stack.domain(), "/api/queues?q=" + queue)
                .get(0);
        Map<String, Object> changed = new LinkedHashMap<>();
        changed.put("name", queue);
        changed.put("version", present.path("version").asLong());
        changed.put("memberAgentIds", List.of(AGENT));
        changed.put("wrapUpCodeIds", List.of(code));
        changed.put("afterCallWork", "MANDATORY");
        centre.administrator()
                .put(stack.domain(), "/api/queues/" + present.path("id").asString(), changed);
    }

    private static void setActive(ContactCentre centre, boolean active) throws Exception {
        var stack = RunningStack.addresses();
        var present = centre.administrator().get(stack.domain(), "/api/agents/" + AGENT);
        Map<String, Object> changed = new LinkedHashMap<>();
        changed.put("displayName", "Ben Cole");
        changed.put("emailCapacity", 1);
        changed.put("languages", List.of("en"));
        changed.put("version", present.path("version").asLong());
        changed.put("active", active);
        centre.administrator().put(stack.domain(), "/api/agents/" + AGENT, changed);
    }

    private static <T extends SpecificRecord> T about(ContactCentre centre, Class<T> type, Predicate<T> wanted)
            throws Exception {
        return centre.log().await(type, ContactCentre.PATIENCE, wanted).event();
    }
}
