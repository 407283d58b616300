package org.postroom.console.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.Services;
import org.postroom.console.signin.Visit;
import org.postroom.events.interaction.AlsoThreaded;
import org.postroom.events.interaction.ConversationsMerged;
import org.postroom.events.interaction.ConversationsParted;
import org.postroom.events.interaction.EmailMoved;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.ThreadingRule;
import org.postroom.runtime.message.StoredMessage;
import org.postroom.schemas.catalogue.Topics;

/** Which mails are one conversation, on the page of an interaction. */
class ThreadsIT extends OpenConsole {

    private static final String HANDLE = "conversation:email:handle";

    private final String organisation = Facts.id("acme");
    private final Facts one = new Facts(organisation, "anna");
    private final Facts two = new Facts(organisation, "anna");

    @Test
    void showsMergedConversationsAsOneUntilThatIsUndone() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        arriveBoth(anna);

        one.publish(
                Topics.INTERACTION_EVENTS,
                new ConversationsMerged(
                        organisation,
                        Facts.id("command"),
                        "anna",
                        two.conversation,
                        one.conversation,
                        List.of(one.interaction, two.interaction),
                        Facts.NOW));

        for (String interaction : List.of(one.interaction, two.interaction)) {
            await().untilAsserted(() ->
                    assertThat(messages(anna, interaction)).containsExactlyInAnyOrder(one.email, two.email));
        }
        assertThat(threads(anna, one.interaction).select("[data-testid=merged]").text())
                .contains("Second matter", "Undo");

        one.publish(
                Topics.INTERACTION_EVENTS,
                new ConversationsParted(
                        organisation,
                        Facts.id("command"),
                        "anna",
                        two.conversation,
                        one.conversation,
                        List.of(one.interaction, two.interaction),
                        Facts.NOW));
        await().untilAsserted(() -> assertThat(messages(anna, one.interaction)).containsExactly(one.email));
        assertThat(messages(anna, two.interaction)).containsExactly(two.email);
    }

    @Test
    void showsAMovedMailWhereItIsAndLetsItBeMovedBack() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        arriveBoth(anna);

        one.publish(
                Topics.INTERACTION_EVENTS,
                new EmailMoved(
                        organisation,
                        Facts.id("command"),
                        "anna",
                        two.email,
                        two.conversation,
                        one.conversation,
                        two.interaction,
                        List.of(),
                        Facts.NOW));

        await().untilAsserted(() ->
                assertThat(messages(anna, one.interaction)).containsExactlyInAnyOrder(one.email, two.email));
        assertThat(messages(anna, two.interaction)).containsExactlyInAnyOrder(one.email, two.email);
        Document threads = threads(anna, one.interaction);
        assertThat(threads.select("[data-testid=thread-mail-" + two.email + "] [data-testid=undo-move]"))
                .hasSize(1);
        assertThat(threads.select("[data-testid=thread-mail-" + one.email + "] [data-testid=undo-move]"))
                .isEmpty();
    }

    @Test
    void passesWhatIsAskedOnToRouting() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        arriveBoth(anna);
        String merge = "/api/conversations/" + two.conversation + "/merge";
        String part = "/api/conversations/" + two.conversation + "/part";
        String move = "/api/conversations/" + two.conversation + "/emails/" + two.email + "/move";
        List.of(merge, part, move)
                .forEach(path -> Services.running().answer("POST", path, 202, "{\"commandId\":\"1\"}"));
        String page = "/interactions/" + one.interaction;
        assertThat(threads(anna, one.interaction).select("[data-testid=merge]")).hasSize(1);

        anna.post(page, page + "/threads/merge", Map.of("conversationId", two.conversation, "into", one.conversation));
        anna.post(page, page + "/threads/part", Map.of("conversationId", two.conversation));
        anna.post(page, page + "/threads/move", Map.of("emailId", two.email, "conversationId", two.conversation));

        assertThat(Services.running().asked(merge))
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains(one.conversation));
        assertThat(Services.running().asked(part)).hasSize(1);
        assertThat(Services.running().asked(move)).hasSize(1);
    }

    @Test
    void tellsTheAgentWhichConversationAStrangerClaimed() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        one.arrives(mail(), "First matter");
        two.publish(Topics.EMAIL_EVENTS, two.received(mail(), "Re: First matter"));
        EmailThreaded claiming = two.threaded();
        claiming.setRule(ThreadingRule.SENDER_NOT_IN_CONVERSATION);
        claiming.setClaimedConversationId(one.conversation);
        two.publish(Topics.INTERACTION_EVENTS, claiming);
        two.publish(Topics.INTERACTION_EVENTS, two.queued("Re: First matter"));

        await().untilAsserted(() -> assertThat(page(anna, two.interaction)
                        .select("[data-testid=claimed-thread]")
                        .text())
                .contains("its sender has no part"));
        assertThat(page(anna, two.interaction)
                        .select("[data-testid=claimed-conversation]")
                        .attr("href"))
                .isEqualTo("/interactions/" + one.interaction);
        assertThat(page(anna, one.interaction).select("[data-testid=claimed-thread]"))
                .isEmpty();
    }

    @Test
    void showsAMailToSeveralAddressesInEachOfItsInteractions() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        one.publish(Topics.EMAIL_EVENTS, one.received(mail(), "To both"));
        EmailThreaded threaded = one.threaded();
        threaded.setAlso(List.of(new AlsoThreaded(two.interaction, "offers", true)));
        one.publish(Topics.INTERACTION_EVENTS, threaded);
        one.publish(Topics.INTERACTION_EVENTS, one.queued("To both"));

        await().untilAsserted(() -> assertThat(messages(anna, two.interaction)).containsExactly(one.email));
        assertThat(messages(anna, one.interaction)).containsExactly(one.email);
    }

    private void arriveBoth(Visit visit) {
        one.arrives(mail(), "First matter");
        two.arrives(mail(), "Second matter");
        await().untilAsserted(() -> assertThat(messages(visit, two.interaction)).containsExactly(two.email));
        await().untilAsserted(() -> assertThat(messages(visit, one.interaction)).containsExactly(one.email));
    }

    private StoredMessage mail() {
        return one.stored("From: a@b.test\r\n\r\nHello".getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> messages(Visit visit, String interaction) {
        return page(visit, interaction).select("article[data-testid^=message-]").stream()
                .map(message -> message.attr("data-testid").substring("message-".length()))
                .toList();
    }

    private static Document page(Visit visit, String interaction) {
        return visit.page("/interactions/" + interaction);
    }

    private static Document threads(Visit visit, String interaction) {
        return visit.page("/interactions/" + interaction + "/threads");
    }
}
