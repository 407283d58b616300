package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.routing.decision.Centre.answerTo;
import static org.postroom.routing.decision.Centre.conversation;
import static org.postroom.routing.decision.Centre.interaction;
import static org.postroom.routing.decision.Centre.mail;
import static org.postroom.routing.decision.Centre.mailTo;
import static org.postroom.routing.decision.Centre.names;
import static org.postroom.routing.decision.Centre.only;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.routing.conversation.ThreadingRule;
import org.postroom.routing.decision.RoutingEvent.EmailKeptAside;
import org.postroom.routing.decision.RoutingEvent.EmailThreaded;
import org.postroom.routing.decision.RoutingEvent.InteractionQueued;
import org.postroom.routing.decision.RoutingEvent.Placed;
import org.postroom.routing.decision.RoutingInput.EmailReceived;
import org.postroom.routing.directory.AutomaticMail;
import org.postroom.routing.directory.ConversationRules;
import org.postroom.routing.directory.ConversationRules.LastAgent;
import org.postroom.routing.directory.MailRules;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.BounceId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.ReplyId;

/** What an organisation's rules for conversations do, from the third version of the decisions on. */
class MailPlacingTest {

    private final Centre centre = Centre.open().withAgentOnQueue("anna");

    // --- the window after closing

    @Test
    void continuesAClosedConversationForAsManyDaysAsTheRuleSays() {
        centre.on(window(Duration.ofDays(90)));
        closed("question");

        var inTime = centre.after(Duration.ofDays(89)).on(answerTo("answer", "question"));
        centre.accepts("anna", "answer");
        centre.closes("anna", "answer");
        var late = centre.after(Duration.ofDays(90)).on(answerTo("late", "answer"));

        assertThat(threaded(inTime).conversationId()).isEqualTo(conversation("question"));
        assertThat(threaded(late).rule()).isEqualTo(ThreadingRule.NEW_CONVERSATION);
    }

    @Test
    void continuesOnlyAnOpenConversationWhereTheRuleIsZeroDays() {
        centre.on(window(Duration.ZERO));
        centre.on(mail("question"));
        assertThat(threaded(centre.after(Duration.ofDays(400)).on(answerTo("addition", "question")))
                        .newInteraction())
                .isFalse();
        centre.goesOnQueue("anna");
        centre.accepts("anna", "question");
        centre.closes("anna", "question");

        assertThat(threaded(centre.on(answerTo("again", "question"))).rule()).isEqualTo(ThreadingRule.NEW_CONVERSATION);
    }

    @Test
    void countsTheWindowFromClosingAndNotFromWhatCameLate() {
        centre.on(window(Duration.ofDays(10)));
        closed("question");
        centre.after(Duration.ofDays(9))
                .on(new RoutingInput.ReplyComposed(
                        new ReplyId("late"),
                        interaction("question"),
                        conversation("question"),
                        new MessageId("late@support.acme.test"),
                        Set.of()));

        assertThat(threaded(centre.after(Duration.ofDays(2)).on(answerTo("answer", "question")))
                        .rule())
                .isEqualTo(ThreadingRule.NEW_CONVERSATION);
    }

    @Test
    void findsNothingAgainThatHadPassedWhereTheWindowIsMadeLonger() {
        centre.on(window(Duration.ofDays(9)));
        closed("question");
        centre.after(Duration.ofDays(10)).on(window(Duration.ofDays(300)));

        assertThat(threaded(centre.on(answerTo("answer", "question"))).rule())
                .isEqualTo(ThreadingRule.NEW_CONVERSATION);
    }

    @Test
    void joinsAgainWhatAFailedReplyOpenedAgainWhateverTheWindow() {
        centre.on(window(Duration.ZERO));
        centre.on(mail("question"));
        centre.accepts("anna", "question");
        centre.replies("anna", "question", "reply");
        centre.replyIsSent("question", "reply");
        centre.on(new RoutingInput.ReplyBounced(
                new BounceId("bounce"), new ReplyId("reply"), interaction("question"), "550 5.1.1"));

        assertThat(threaded(centre.on(answerTo("answer", "question"))).interactionId())
                .isEqualTo(interaction("question"));
    }

    // --- another subject

    @Test
    void beginsAnotherConversationForAnotherSubjectWhereTheRuleSaysSo() {
        centre.on(rules(null, true, false, false, LastAgent.OFF));
        centre.on(about(mail("question"), "Broken lamp"));

        var same = threaded(centre.on(about(answerTo("one", "question"), "AW: broken  LAMP")));
        var other = threaded(centre.on(about(answerTo("two", "question"), "A chair this time")));

        assertThat(same.conversationId()).isEqualTo(conversation("question"));
        assertThat(other.conversationId()).isEqualTo(conversation("two"));
        assertThat(other.rule()).isEqualTo(ThreadingRule.SUBJECT_CHANGED);
        assertThat(other.claimed()).isEqualTo(conversation("question"));
    }

    @Test
    void showsAnAutomaticReplyInItsConversationWhateverSubjectTheMachineGaveIt() {
        centre.on(new RoutingInput.MailRulesConfigured(new MailRules(
                AutomaticMail.INTO_CONVERSATION,
                false,
                new ConversationRules(null, true, false, false, LastAgent.OFF, Duration.ofMinutes(5)))));
        centre.on(about(mail("question"), "Broken lamp"));
        var away = about(answerTo("away", "question"), "I am away until Monday");

        var events = centre.on(new EmailReceived(
                away.emailId(),
                away.addressedTo(),
                away.author(),
                away.people(),
                away.customer(),
                away.subject(),
                away.messageId(),
                away.references(),
                away.inReplyTo(),
                new Judgement(Judgement.Author.MACHINE, false, false)));

        assertThat(only(EmailKeptAside.class, events))
                .singleElement()
                .satisfies(kept -> assertThat(kept.conversationId()).isEqualTo(conversation("question")));
    }

    @Test
    void takesTheSubjectOfOurOwnReplyForTheConversations() {
        centre.on(rules(null, true, false, false, LastAgent.OFF));
        centre.on(about(mail("question"), "Broken lamp"));
        centre.on(new RoutingInput.ReplyComposed(
                new ReplyId("reply"),
                interaction("question"),
                conversation("question"),
                new MessageId("reply@support.acme.test"),
                Set.of(),
                "Your order 12"));

        assertThat(threaded(centre.on(about(answerTo("answer", "question"), "Re: Your order 12")))
                        .conversationId())
                .isEqualTo(conversation("question"));
    }

    // --- by subject and sender

    @Test
    void threadsBySubjectAndSenderWhereTheRuleSaysSo() {
        centre.on(about(mail("before"), "Broken lamp"));
        assertThat(threaded(centre.on(about(mail("off"), "Re: Broken lamp"))).rule())
                .isEqualTo(ThreadingRule.NEW_CONVERSATION);
        centre.on(rules(null, false, true, false, LastAgent.OFF));
        centre.restart();

        var found = threaded(centre.after(Duration.ofSeconds(1)).on(about(mail("on"), "Re: Broken lamp")));
        var stranger = threaded(centre.on(about(mail("other", "other@example.com", List.of()), "Re: Broken lamp")));

        assertThat(found.rule()).isEqualTo(ThreadingRule.SUBJECT_AND_SENDER);
        assertThat(found.conversationId()).isIn(conversation("before"), conversation("off"));
        assertThat(stranger.rule()).isEqualTo(ThreadingRule.NEW_CONVERSATION);
    }

    // --- the token

    @Test
    void believesAGenuineTokenButNotWhoeverHasIt() {
        centre.on(mail("question"));

        var customer = threaded(centre.on(withToken(mail("one"), conversation("question"))));
        var stranger = threaded(
                centre.on(withToken(mail("two", "stranger@example.org", List.of()), conversation("question"))));

        assertThat(customer.rule()).isEqualTo(ThreadingRule.THREAD_TOKEN);
        assertThat(customer.interactionId()).isEqualTo(interaction("question"));
        assertThat(stranger.rule()).isEqualTo(ThreadingRule.SENDER_NOT_IN_CONVERSATION);
        assertThat(stranger.conversationId()).isEqualTo(conversation("two"));
        assertThat(stranger.claimed()).isEqualTo(conversation("question"));
    }

    // --- one mail to several addresses

    @Test
    void takesTheAddressWithTheHighestPriorityWhereOneMailIsOneInteraction() {
        centre.on(Centre.queue("sales", "bert"));
        centre.on(Centre.address("urgent", "sales", 30, false));

        var events = centre.on(mailTo("question", "help", "urgent"));

        assertThat(threaded(events).addressId()).isEqualTo(new AddressId("urgent"));
        assertThat(threaded(events).also()).isEmpty();
        assertThat(only(InteractionQueued.class, events)).singleElement().satisfies(queued -> {
            assertThat(queued.enquiry().requirement().queueId().value()).isEqualTo("sales");
            assertThat(queued.enquiry().priority()).isEqualTo(30);
        });
    }

    @Test
    void takesTheFirstInTheEnvelopeAmongEquals() {
        centre.on(Centre.address("offers", "support"));

        assertThat(threaded(centre.on(mailTo("question", "offers", "help"))).addressId())
                .isEqualTo(new AddressId("offers"));
    }

    @Test
    void beginsAnInteractionAtEachAddressWhereTheRuleSaysSoInOneConversation() {
        oneEach();

        var events = centre.on(mailTo("question", "help", "offers", "help"));

        assertThat(only(EmailThreaded.class, events)).hasSize(1);
        var threaded = threaded(events);
        assertThat(threaded.addressId()).isEqualTo(new AddressId("help"));
        assertThat(threaded.interactionId()).isEqualTo(interaction("question"));
        assertThat(threaded.also()).singleElement().satisfies(other -> {
            assertThat(other.addressId()).isEqualTo(new AddressId("offers"));
            assertThat(other.isNew()).isTrue();
        });
        assertThat(only(InteractionQueued.class, events))
                .extracting(queued -> queued.enquiry().addressId().value())
                .containsExactly("help", "offers");
        assertThat(only(InteractionQueued.class, events))
                .allSatisfy(
                        queued -> assertThat(queued.enquiry().conversationId()).isEqualTo(conversation("question")));
        assertThat(names(centre.on(mailTo("question", "help", "offers")))).containsExactly("EmailDiscarded");
    }

    @Test
    void givesAFurtherMailToWhoAnswersForItsAddress() {
        oneEach();
        var begun = threaded(centre.on(mailTo("question", "help", "offers")));

        var toOffers = threaded(centre.on(answer("one", "offers")));
        var toBoth = threaded(centre.on(answer("two", "offers", "help")));
        centre.accepts("anna", "question");
        centre.closes("anna", "question");
        var afterwards = threaded(centre.on(answer("three", "help", "offers")));

        assertThat(toOffers.interactionId()).isEqualTo(begun.also().getFirst().interactionId());
        assertThat(toOffers.newInteraction()).isFalse();
        assertThat(toOffers.also()).isEmpty();
        assertThat(toBoth.interactionId()).isEqualTo(interaction("question"));
        assertThat(toBoth.also()).extracting(Placed::isNew).containsExactly(false);
        assertThat(afterwards.addressId()).isEqualTo(new AddressId("offers"));
        assertThat(afterwards.newInteraction()).isFalse();
        assertThat(afterwards.also()).containsExactly(new Placed(interaction("three"), new AddressId("help"), true));
        assertThat(names(centre.on(answer("three", "help", "offers")))).containsExactly("EmailDiscarded");
    }

    @Test
    void keepsTheConversationOpenUntilEachOfItsInteractionsIsClosed() {
        centre.on(rules(Duration.ZERO, false, false, true, LastAgent.OFF));
        centre.on(Centre.queue("sales", "bert"));
        centre.on(Centre.address("offers", "sales"));
        centre.on(mailTo("question", "help", "offers"));
        centre.accepts("anna", "question");
        centre.closes("anna", "question");
        centre.restart();

        assertThat(threaded(centre.on(answer("one", "help"))).conversationId()).isEqualTo(conversation("question"));
    }

    // --- a new mail in an open conversation

    @Test
    void goesToTheAgentWhoHasTheConversation() {
        centre.on(mail("question"));
        centre.accepts("anna", "question");

        var events = centre.on(answerTo("addition", "question"));

        assertThat(names(events)).containsExactly("EmailThreaded");
        assertThat(threaded(events).interactionId()).isEqualTo(interaction("question"));
        assertThat(threaded(events).newInteraction()).isFalse();
    }

    @Test
    void decidesAsBeforeInJournalsOfBefore() {
        var before = Centre.open(2).withAgentOnQueue("anna");
        before.on(rules(Duration.ZERO, true, true, true, LastAgent.ANYONE));
        before.on(Centre.address("urgent", "support", 30, false));
        before.on(about(mailTo("question", "help", "urgent"), "Broken lamp"));
        before.accepts("anna", "question");
        before.closes("anna", "question");

        var answer = before.on(about(answerTo("answer", "question"), "A chair"));

        assertThat(threaded(answer).rule()).isEqualTo(ThreadingRule.REFERENCES);
        assertThat(threaded(answer).addressId()).isNull();
        assertThat(only(InteractionQueued.class, answer))
                .allSatisfy(queued -> assertThat(queued.kept()).isNull());
    }

    private void closed(String name) {
        centre.on(mail(name));
        centre.accepts("anna", name);
        centre.closes("anna", name);
    }

    private void oneEach() {
        centre.on(rules(null, false, false, true, LastAgent.OFF));
        centre.on(Centre.queue("sales", "bert"));
        centre.on(Centre.address("offers", "sales"));
    }

    private static EmailThreaded threaded(List<RoutingEvent> events) {
        return only(EmailThreaded.class, events).getFirst();
    }

    private static EmailReceived answer(String name, String... addresses) {
        var mail = answerTo(name, "question");
        return copy(mail, Arrays.stream(addresses).map(AddressId::new).toList(), mail.subject(), null);
    }

    private static EmailReceived about(EmailReceived mail, String subject) {
        return copy(mail, mail.addressedTo(), subject, null);
    }

    private static EmailReceived withToken(EmailReceived mail, ConversationId token) {
        return copy(mail, mail.addressedTo(), mail.subject(), token);
    }

    private static EmailReceived copy(
            EmailReceived mail, List<AddressId> addressedTo, String subject, @Nullable ConversationId token) {
        return new EmailReceived(
                mail.emailId(),
                addressedTo,
                mail.author(),
                mail.people(),
                mail.customer(),
                subject,
                mail.messageId(),
                mail.references(),
                mail.inReplyTo(),
                mail.judgement(),
                mail.judgement().factsOf(mail.author(), subject),
                token);
    }

    private static RoutingInput window(Duration window) {
        return rules(window, false, false, false, LastAgent.OFF);
    }

    static RoutingInput rules(
            @Nullable Duration window, boolean changed, boolean bySubject, boolean oneEach, LastAgent lastAgent) {
        return new RoutingInput.MailRulesConfigured(new MailRules(
                AutomaticMail.KEEP_ASIDE,
                false,
                new ConversationRules(window, changed, bySubject, oneEach, lastAgent, Duration.ofMinutes(20))));
    }
}
