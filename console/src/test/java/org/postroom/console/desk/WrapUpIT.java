package org.postroom.console.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.Services;
import org.postroom.console.signin.Visit;
import org.postroom.events.configuration.AfterCallWork;
import org.postroom.events.configuration.QueueConfigured;
import org.postroom.events.configuration.WrapUpCodeConfigured;
import org.postroom.events.interaction.CloseReason;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionWrapUpEnded;
import org.postroom.events.interaction.InteractionWrapUpStarted;
import org.postroom.events.interaction.RoutingCommandRejected;
import org.postroom.events.interaction.WrapUpEnd;
import org.postroom.schemas.catalogue.Topics;

class WrapUpIT extends OpenConsole {

    private static final String HANDLE = "conversation:email:handle";
    private static final Instant END = Facts.NOW.plusSeconds(200);

    private final String organisation = Facts.id("acme");
    private final Facts facts = new Facts(organisation, "anna");
    private final String page = "/interactions/" + facts.interaction;

    @Test
    void asksForTheCodeTellsWhyItWasRefusedAndShowsWhatIsLeftOfTheTime() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        configured(AfterCallWork.MANDATORY_TIMED);
        facts.arrives(facts.stored("mails/with-attachment.eml"), "Grüße")
                .offered()
                .accepted();

        await().untilAsserted(() -> assertThat(anna.page(page)
                        .select("[data-testid=closing-code] option")
                        .eachText())
                .containsExactly("How did it end?", "Refunded"));
        closes(anna, "");
        interactionEvent(RoutingCommandRejected.newBuilder()
                .setOrganisationId(organisation)
                .setCommandId(Facts.id("command"))
                .setCommand("CloseInteraction")
                .setAgentId("anna")
                .setInteractionId(facts.interaction)
                .setReason("expected a wrap-up code, but none was chosen")
                .setOccurredAt(Instant.now())
                .build());
        await().untilAsserted(() -> assertThat(
                        anna.page(page).select("[data-testid=refusal]").text())
                .contains("expected a wrap-up code"));

        closes(anna, "refunded");
        interactionEvent(InteractionWrapUpStarted.newBuilder()
                .setOrganisationId(organisation)
                .setInteractionId(facts.interaction)
                .setAgentId("anna")
                .setWrapUpCode("refunded")
                .setEndsAt(END)
                .setOccurredAt(Facts.NOW.plusSeconds(20))
                .build());
        await().untilAsserted(() -> assertThat(state(anna.page(page))).isEqualTo("WRAPPING_UP"));
        Document wrapping = anna.page(page);
        assertThat(wrapping.select("[data-testid=wrap-up-left]").attr("data-until"))
                .isEqualTo(END.toString());
        assertThat(wrapping.select("[data-testid=wrap-up-code] option[selected]")
                        .text())
                .isEqualTo("Refunded");
        assertThat(wrapping.select("[data-testid=reply-form]")).isEmpty();
        assertThat(anna.page("/desk").select("[data-testid=work-" + facts.interaction + "]"))
                .hasSize(1);

        String asked = "/api/interactions/" + facts.interaction + "/wrap-up";
        Services.running().answer("POST", asked, 202, "{\"commandId\":\"1\"}");
        anna.post(page, page + "/wrap-up", Map.of("wrapUpCode", "refunded"));
        assertThat(Services.running().asked(asked).getFirst().body()).isEqualTo("{\"wrapUpCode\":\"refunded\"}");
        ends();
        await().untilAsserted(() -> assertThat(state(anna.page(page))).isEqualTo("CLOSED"));
        assertThat(anna.page(page).select("[data-testid=wrapped-up]").text()).contains("Refunded", "40 s");
    }

    @Test
    void leavesItToTheAgentWhereTheQueueDoes() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        configured(AfterCallWork.OPTIONAL);
        facts.arrives(facts.stored("mails/with-attachment.eml"), "Grüße")
                .offered()
                .accepted();

        await().untilAsserted(() -> assertThat(anna.page(page).select("[data-testid=wish-to-wrap-up]"))
                .hasSize(1));
        assertThat(anna.page(page)
                        .select("[data-testid=closing-code] option")
                        .first()
                        .text())
                .isEqualTo("no wrap-up code");
    }

    private void closes(Visit anna, String code) {
        String asked = "/api/interactions/" + facts.interaction + "/close";
        Services.running().answer("POST", asked, 202, "{\"commandId\":\"1\"}");
        anna.post(page, page + "/close", Map.of("wrapUpCode", code));
        String body = Services.running().asked(asked).getLast().body();
        if (code.isEmpty()) {
            assertThat(body).doesNotContain("wrapUpCode");
        } else {
            assertThat(body).contains("\"wrapUpCode\":\"" + code + "\"");
        }
    }

    private void ends() {
        interactionEvent(InteractionWrapUpEnded.newBuilder()
                .setOrganisationId(organisation)
                .setInteractionId(facts.interaction)
                .setAgentId("anna")
                .setReason(WrapUpEnd.FINISHED)
                .setWrapUpCode("refunded")
                .setAfterCallWorkMicros(40_000_000)
                .setOccurredAt(Facts.NOW.plusSeconds(60))
                .build());
        interactionEvent(InteractionClosed.newBuilder()
                .setOrganisationId(organisation)
                .setInteractionId(facts.interaction)
                .setConversationId(facts.conversation)
                .setReason(CloseReason.CLOSED_BY_AGENT)
                .setAgentId("anna")
                .setHandleTimeMicros(18_000_000)
                .setWrapUpCode("refunded")
                .setOccurredAt(Facts.NOW.plusSeconds(60))
                .build());
    }

    private void configured(AfterCallWork afterCallWork) {
        facts.publish(
                Topics.CONFIGURATION,
                organisation + "/wrap-up-code/refunded",
                WrapUpCodeConfigured.newBuilder()
                        .setOrganisationId(organisation)
                        .setWrapUpCodeId("refunded")
                        .setName("Refunded")
                        .setChangedBy("ada")
                        .setVersion(1)
                        .setOccurredAt(Facts.NOW)
                        .build());
        facts.publish(
                Topics.CONFIGURATION,
                organisation + "/queue/" + facts.queue,
                QueueConfigured.newBuilder()
                        .setOrganisationId(organisation)
                        .setQueueId(facts.queue)
                        .setName("Support")
                        .setMemberAgentIds(List.of("anna"))
                        .setWrapUpCodeIds(List.of("refunded"))
                        .setAfterCallWork(afterCallWork)
                        .setAfterCallWorkSeconds(afterCallWork == AfterCallWork.MANDATORY_TIMED ? 90 : 0)
                        .setChangedBy("ada")
                        .setVersion(1)
                        .setOccurredAt(Facts.NOW)
                        .build());
    }

    private void interactionEvent(SpecificRecord event) {
        facts.publish(Topics.INTERACTION_EVENTS, event);
    }

    private static String state(Document page) {
        return page.select("[data-testid=interaction-state]").attr("data-state");
    }
}
