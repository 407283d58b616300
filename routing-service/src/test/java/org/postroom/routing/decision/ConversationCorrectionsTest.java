package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.routing.decision.Centre.answerTo;
import static org.postroom.routing.decision.Centre.conversation;
import static org.postroom.routing.decision.Centre.interaction;
import static org.postroom.routing.decision.Centre.mail;
import static org.postroom.routing.decision.Centre.names;
import static org.postroom.routing.decision.Centre.only;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.routing.conversation.ThreadingRule;
import org.postroom.routing.decision.RoutingEvent.ConversationsMerged;
import org.postroom.routing.decision.RoutingEvent.EmailMoved;
import org.postroom.routing.decision.RoutingEvent.EmailThreaded;
import org.postroom.routing.decision.RoutingEvent.RoutingCommandRejected;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.EmailId;

/** What agents correct in which mails are one conversation, and that it can be undone. */
class ConversationCorrectionsTest {

    private static final String COLLEAGUE = "colleague@example.org";

    private final Centre centre = Centre.open().withAgentOnQueue("anna");

    @Test
    void findsMergedConversationsAsOneWhoeverWroteInWhich() {
        centre.on(mail("one"));
        centre.on(mail("two", COLLEAGUE, List.of()));

        var events = merge("two", "one");

        assertThat(only(ConversationsMerged.class, events)).singleElement().satisfies(merged -> {
            assertThat(merged.conversationId()).isEqualTo(conversation("two"));
            assertThat(merged.into()).isEqualTo(conversation("one"));
            assertThat(merged.open()).containsExactly(interaction("one"), interaction("two"));
        });
        centre.restart();
        var byCustomer = threaded(centre.on(answerTo("answer", "two")));
        var byColleague = threaded(centre.on(mail("colleagues", COLLEAGUE, List.of("one@example.com"))));
        assertThat(byCustomer.conversationId()).isEqualTo(conversation("one"));
        assertThat(byCustomer.rule()).isEqualTo(ThreadingRule.REFERENCES);
        assertThat(byColleague.conversationId()).isEqualTo(conversation("one"));
    }

    @Test
    void standsApartAgainOnceTheMergeIsUndone() {
        centre.on(mail("one"));
        centre.on(mail("two", COLLEAGUE, List.of()));
        merge("two", "one");

        assertThat(names(part("two"))).containsExactly("ConversationsParted");
        centre.goOnFromSnapshot();

        assertThat(threaded(centre.on(mail("own", COLLEAGUE, List.of("two@example.com"))))
                        .conversationId())
                .isEqualTo(conversation("two"));
        var stranger = threaded(centre.on(mail("other", COLLEAGUE, List.of("one@example.com"))));
        assertThat(stranger.rule()).isEqualTo(ThreadingRule.SENDER_NOT_IN_CONVERSATION);
        assertThat(stranger.claimed()).isEqualTo(conversation("one"));
    }

    @Test
    void countsTheWindowFromTheLastClosingOfAll() {
        closed("one");
        centre.on(mail("two", COLLEAGUE, List.of()));
        merge("two", "one");
        centre.after(Duration.ofDays(20));
        centre.goesOnQueue("anna");
        centre.accepts("anna", "two");
        centre.closes("anna", "two");
        centre.after(Duration.ofDays(20));

        assertThat(threaded(centre.on(answerTo("answer", "one"))).conversationId())
                .isEqualTo(conversation("one"));
    }

    @Test
    void refusesWhatMakesNoSense() {
        centre.on(mail("one"));
        centre.on(mail("two", COLLEAGUE, List.of()));
        centre.on(mail("three", "third@example.net", List.of()));

        assertThat(refusal(merge("one", "one"))).contains("one and the same");
        assertThat(refusal(merge("gone", "one"))).contains("the first is not");
        assertThat(refusal(part("one"))).contains("it stands by itself");
        merge("two", "one");
        assertThat(refusal(merge("two", "three"))).contains("was merged into another one");
        assertThat(refusal(merge("three", "two"))).contains("was merged into another one");
        assertThat(refusal(merge("one", "three"))).contains("undo that first");
        assertThat(refusal(move("one", "two", null))).contains("none with this id");
        assertThat(refusal(move("one", "one", "one"))).contains("in this one already");
        assertThat(refusal(move("one", "one", "gone"))).contains("none with this id");
    }

    @Test
    void splitsAMailOffIntoAConversationOfItsOwnAsNewWork() {
        centre.on(mail("one"));
        centre.on(answerTo("other", "one"));

        var events = move("other", "one", null);

        var moved = only(EmailMoved.class, events).getFirst();
        assertThat(names(events)).containsExactly("EmailMoved", "InteractionQueued");
        assertThat(moved.from()).isEqualTo(conversation("one"));
        assertThat(moved.conversationId()).isNotEqualTo(conversation("one"));
        centre.restart();
        assertThat(threaded(centre.on(answerTo("more", "other"))).conversationId())
                .isEqualTo(moved.conversationId());
        assertThat(threaded(centre.on(answerTo("still", "one"))).conversationId())
                .isEqualTo(conversation("one"));
    }

    @Test
    void takesTheWorkAlongWhereItIsAboutThatMailAlone() {
        centre.on(mail("one"));
        centre.on(mail("two", COLLEAGUE, List.of()));

        var events = move("two", "two", "one");

        assertThat(names(events)).containsExactly("EmailMoved");
        assertThat(only(EmailMoved.class, events).getFirst().placed()).isEqualTo(interaction("two"));
        assertThat(threaded(centre.on(mail("more", COLLEAGUE, List.of("two@example.com"))))
                        .conversationId())
                .isEqualTo(conversation("one"));
    }

    @Test
    void undoesAMoveByMovingBack() {
        centre.on(mail("one"));
        centre.on(mail("two", COLLEAGUE, List.of()));
        move("two", "two", "one");

        var events = move("two", "one", "two");

        assertThat(only(EmailMoved.class, events).getFirst().placed()).isEqualTo(interaction("two"));
        assertThat(threaded(centre.on(mail("more", COLLEAGUE, List.of("two@example.com"))))
                        .conversationId())
                .isEqualTo(conversation("two"));
        centre.goesOnQueue("anna");
        assertThat(names(centre.accepts("anna", "one"))).containsExactly("InteractionAccepted");
    }

    @Test
    void makesNoNewWorkOfAMailThatWasAnswered() {
        centre.on(mail("one"));
        centre.on(answerTo("other", "one"));
        centre.accepts("anna", "one");
        centre.closes("anna", "one");

        assertThat(names(move("other", "one", null))).containsExactly("EmailMoved");
    }

    private void closed(String name) {
        centre.on(mail(name));
        centre.accepts("anna", name);
        centre.closes("anna", name);
    }

    private List<RoutingEvent> merge(String conversation, String into) {
        return centre.on(new RoutingInput.MergeConversations(
                centre.nextCommand(), new AgentId("anna"), conversation(conversation), conversation(into)));
    }

    private List<RoutingEvent> part(String conversation) {
        return centre.on(new RoutingInput.PartConversations(
                centre.nextCommand(), new AgentId("anna"), conversation(conversation)));
    }

    private List<RoutingEvent> move(String email, String from, @Nullable String into) {
        return centre.on(new RoutingInput.MoveEmail(
                centre.nextCommand(),
                new AgentId("anna"),
                new EmailId(email),
                conversation(from),
                into == null ? null : conversation(into)));
    }

    private static EmailThreaded threaded(List<RoutingEvent> events) {
        return only(EmailThreaded.class, events).getFirst();
    }

    private static String refusal(List<RoutingEvent> events) {
        return only(RoutingCommandRejected.class, events).getFirst().reason();
    }
}
