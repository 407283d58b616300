package org.postroom.console.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.Services;
import org.postroom.console.signin.Visit;
import org.postroom.events.agent.AgentStatusChanged;
import org.postroom.events.common.AgentStatus;
import org.postroom.events.common.MessageReference;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.interaction.InteractionNoted;
import org.postroom.events.interaction.InteractionParked;
import org.postroom.events.interaction.InteractionUnparked;
import org.postroom.events.interaction.UnparkReason;
import org.postroom.schemas.catalogue.Topics;
import tools.jackson.databind.json.JsonMapper;

class HandOverIT extends OpenConsole {

    private static final String HANDLE = "conversation:email:handle";

    private final String organisation = Facts.id("acme");
    private final Facts facts = new Facts(organisation, "anna");
    private final String page = "/interactions/" + facts.interaction;
    private final String api = "/api/interactions/" + facts.interaction;

    @Test
    void parksShowsWhatIsParkedAndTakesItBack() {
        Visit anna = annaHandles();
        Services.running().answer("POST", api + "/park", 202, "{\"commandId\":\"1\"}");

        anna.post(page, page + "/park", Map.of("hours", "24"));
        String asked = Services.running().asked(api + "/park").getFirst().body();
        Instant until =
                Instant.parse(JsonMapper.shared().readTree(asked).get("until").asString());
        assertThat(Duration.between(Instant.now(), until)).isBetween(Duration.ofHours(23), Duration.ofHours(24));
        facts.publish(
                Topics.INTERACTION_EVENTS,
                InteractionParked.newBuilder()
                        .setOrganisationId(organisation)
                        .setInteractionId(facts.interaction)
                        .setAgentId("anna")
                        .setUntil(until)
                        .setOccurredAt(Facts.NOW.plusSeconds(30))
                        .build());

        await().untilAsserted(
                        () -> assertThat(anna.page("/desk").select("[data-testid=parked-" + facts.interaction + "]"))
                                .hasSize(1));
        assertThat(anna.page(page).select("[data-testid=reply-form]")).isEmpty();
        Services.running().answer("POST", api + "/resume", 202, "{\"commandId\":\"2\"}");
        assertThat(anna.page(page).select("[data-testid=resume]")).hasSize(1);
        anna.post(page, page + "/resume", Map.of());
        assertThat(Services.running().asked(api + "/resume")).hasSize(1);
        facts.publish(
                Topics.INTERACTION_EVENTS,
                InteractionUnparked.newBuilder()
                        .setOrganisationId(organisation)
                        .setInteractionId(facts.interaction)
                        .setAgentId("anna")
                        .setReason(UnparkReason.RESUMED)
                        .setParkedMicros(1)
                        .setOccurredAt(Facts.NOW.plusSeconds(60))
                        .build());
        await().untilAsserted(() -> assertThat(state(anna.page(page))).isEqualTo("HANDLING"));
    }

    @Test
    void offersQueuesAndColleaguesWhoAreThereToTransferTo() {
        Visit anna = annaHandles();
        configureColleagues();

        await().untilAsserted(() -> assertThat(
                        anna.page(page).select("[data-testid=receiver] option").eachText())
                .containsExactly("to a queue or colleague", "Sales", "Bert Busy"));
        Services.running().answer("POST", api + "/transfer", 202, "{\"commandId\":\"1\"}");
        anna.post(page, page + "/transfer", Map.of("receiver", "agent:bert", "note", "She means order 7"));

        var asked = JsonMapper.shared()
                .readTree(Services.running().asked(api + "/transfer").getFirst().body());
        assertThat(asked.get("agentId").asString()).isEqualTo("bert");
        assertThat(asked.get("queueId").asString()).isEmpty();
        assertThat(asked.get("note").asString()).isEqualTo("She means order 7");
    }

    @Test
    void saysWhyTheAgentIsOffQueue() {
        Visit anna = annaHandles();
        Services.running().answer("PUT", "/api/agents/me/status", 202, "{\"commandId\":\"1\"}");

        anna.post("/desk", "/desk/status", Map.of("status", "MEAL"));

        assertThat(Services.running().asked("/api/agents/me/status"))
                .anySatisfy(request -> assertThat(request.body()).isEqualTo("{\"status\":\"MEAL\"}"));
        facts.publish(Topics.AGENT_EVENTS, status("anna", AgentStatus.MEAL));
        await().untilAsserted(() -> assertThat(
                        anna.page("/desk").select("[data-testid=presence]").text())
                .startsWith("Meal"));
        assertThat(anna.page("/desk")
                        .select("[data-testid=off-queue-reason] option")
                        .eachText())
                .containsExactly("Away", "Busy", "Break", "Meal", "Meeting", "Training");
    }

    private AgentStatusChanged status(String agent, AgentStatus status) {
        return AgentStatusChanged.newBuilder()
                .setOrganisationId(organisation)
                .setAgentId(agent)
                .setStatus(status)
                .setPreviousStatus(AgentStatus.OFF_QUEUE)
                .setReason("REQUESTED")
                .setOccurredAt(Facts.NOW)
                .build();
    }

    @Test
    void showsNotesAmongTheMessagesAsWhatTheCustomerDoesNotSee() {
        Visit anna = annaHandles();
        Services.running().answer("POST", api + "/notes", 202, "{\"commandId\":\"1\"}");
        anna.post(page, page + "/notes", Map.of("text", "Ask accounting"));
        assertThat(Services.running().asked(api + "/notes").getFirst().body()).contains("Ask accounting");

        String note = Facts.id("note");
        var kept =
                facts.stored("{\"text\":\"Ask\",\"html\":\"Ask &lt;accounting&gt;\"}".getBytes(StandardCharsets.UTF_8));
        facts.publish(
                Topics.INTERACTION_EVENTS,
                InteractionNoted.newBuilder()
                        .setOrganisationId(organisation)
                        .setInteractionId(facts.interaction)
                        .setNoteId(note)
                        .setAgentId("anna")
                        .setContent(new MessageReference(kept.key(), kept.size(), kept.sha256()))
                        .setOccurredAt(Facts.NOW.plusSeconds(30))
                        .build());

        await().untilAsserted(() -> assertThat(anna.page(page)
                        .select("[data-testid=message-" + note + "]")
                        .text())
                .contains("Internal note: the customer does not see it"));
        assertThat(anna.page(page).select("[data-testid=message-" + note + "]").attr("data-kind"))
                .isEqualTo("note");
        String body =
                new String(anna.get("/interactions/messages/" + note + "/body").body(), StandardCharsets.UTF_8);
        assertThat(body).contains("Ask &lt;accounting&gt;");
        Visit stranger = Visit.of(port, "anna", Facts.id("globex"), HANDLE);
        assertThat(stranger.get("/interactions/messages/" + note + "/body").statusCode())
                .isEqualTo(404);
    }

    private Visit annaHandles() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        facts.arrives(facts.stored("mails/with-attachment.eml"), "Grüße")
                .offered()
                .accepted();
        await().untilAsserted(() -> assertThat(state(anna.page(page))).isEqualTo("HANDLING"));
        return anna;
    }

    private void configureColleagues() {
        facts.publish(
                Topics.CONFIGURATION,
                organisation + "/queue/sales",
                QueueConfigured.newBuilder()
                        .setOrganisationId(organisation)
                        .setQueueId("sales")
                        .setName("Sales")
                        .setMemberAgentIds(List.of())
                        .setChangedBy("ada")
                        .setVersion(1)
                        .setOccurredAt(Facts.NOW)
                        .build());
        for (String agent : List.of("anna", "bert")) {
            facts.publish(
                    Topics.CONFIGURATION,
                    organisation + "/agent/" + agent,
                    AgentConfigured.newBuilder()
                            .setOrganisationId(organisation)
                            .setAgentId(agent)
                            .setDisplayName(agent.equals("bert") ? "Bert Busy" : "Anna")
                            .setChangedBy("ada")
                            .setVersion(1)
                            .setOccurredAt(Facts.NOW)
                            .build());
            facts.publish(Topics.AGENT_EVENTS, status(agent, AgentStatus.ON_QUEUE));
        }
    }

    private static String state(Document page) {
        return page.select("[data-testid=interaction-state]").attr("data-state");
    }
}
