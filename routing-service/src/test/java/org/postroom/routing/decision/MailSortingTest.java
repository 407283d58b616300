package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.routing.decision.Centre.conversation;
import static org.postroom.routing.decision.Centre.mail;
import static org.postroom.routing.decision.Centre.names;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.routing.decision.Judgement.Author;
import org.postroom.routing.decision.RoutingEvent.EmailKeptAside;
import org.postroom.routing.decision.RoutingEvent.KeptAsideReason;
import org.postroom.routing.decision.RoutingInput.EmailReceived;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.AutomaticMail;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.MailRules;
import org.postroom.routing.directory.SpamRoute;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.MessageId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.interaction.Customer;

/** What becomes work and what is kept aside, from the second version of the decisions on. */
class MailSortingTest {

    private final Centre centre = Centre.open();

    @Test
    void keepsAutomaticMailAsideWhereNothingElseIsSet() {
        var events = centre.on(automatic("away", "Automatic reply: away"));

        assertThat(events).containsExactly(kept("away", KeptAsideReason.AUTOMATIC, null));
    }

    @Test
    void letsMailOfPersonsThrough() {
        assertThat(names(centre.on(mail("question")))).containsExactly("EmailThreaded", "InteractionQueued");
    }

    @Test
    void recognisesRepeatOfMailThatWasKeptAside() {
        centre.on(automatic("away", "Away"));

        assertThat(names(centre.on(automatic("away", "Away")))).containsExactly("EmailDiscarded");
    }

    @Test
    void opensNoAnsweredConversationForAnAutomaticReply() {
        answered("question");

        var events = centre.on(automaticAnswer("away", "question"));

        assertThat(events).containsExactly(kept("away", KeptAsideReason.AUTOMATIC, null));
        assertThat(names(centre.on(Centre.answerTo("more", "question")))).contains("InteractionQueued");
    }

    @Test
    void showsAutomaticMailInItsConversationWhereTheRuleSaysSo() {
        centre.on(rule(AutomaticMail.INTO_CONVERSATION));
        answered("question");

        assertThat(centre.on(automaticAnswer("away", "question")))
                .containsExactly(kept("away", KeptAsideReason.AUTOMATIC, "question"));
        assertThat(centre.on(automatic("news", "News"))).containsExactly(kept("news", KeptAsideReason.AUTOMATIC, null));
    }

    @Test
    void processesAutomaticMailWhereTheRuleSaysSoUntilItIsTakenAway() {
        centre.on(rule(AutomaticMail.PROCESS));
        assertThat(names(centre.on(automatic("order", "Order 1")))).contains("InteractionQueued");

        centre.on(new RoutingInput.MailRulesRemoved());
        assertThat(names(centre.on(automatic("order-2", "Order 2")))).containsExactly("EmailKeptAside");
    }

    @Test
    void remembersTheRuleAndTheGuardOverARestart() {
        centre.on(rule(AutomaticMail.PROCESS));
        centre.on(automatic("one", "Order"));
        centre.on(automatic("two", "Order"));

        centre.restart();

        assertThat(names(centre.on(automatic("other", "Another")))).contains("InteractionQueued");
        assertThat(centre.on(automatic("three", "Order"))).containsExactly(kept("three", KeptAsideReason.LOOP, null));
    }

    @Test
    void endsALoopWithTheThirdMailOfSenderAndSubjectWhateverStandsBeforeIt() {
        centre.on(rule(AutomaticMail.PROCESS));

        assertThat(names(centre.on(automatic("one", "Order received")))).contains("EmailThreaded");
        assertThat(names(centre.on(automatic("two", "Re: Order received")))).contains("EmailThreaded");
        assertThat(centre.on(automatic("three", "RE: AW[2]: Re: order received")))
                .containsExactly(kept("three", KeptAsideReason.LOOP, null));
    }

    @Test
    void endsALoopWithTheEleventhMailOfASender() {
        centre.on(rule(AutomaticMail.PROCESS));
        for (int number = 1; number <= 10; number++) {
            assertThat(names(centre.on(automatic("mail-" + number, "Ticket " + number))))
                    .contains("EmailThreaded");
        }

        assertThat(centre.on(automatic("mail-11", "Ticket 11")))
                .containsExactly(kept("mail-11", KeptAsideReason.LOOP, null));
    }

    @Test
    void countsOnlyWhatCameInTheLastHundredAndEightyMinutes() {
        centre.on(rule(AutomaticMail.PROCESS));
        centre.on(automatic("one", "Order"));
        centre.on(automatic("two", "Order"));

        centre.after(Duration.ofHours(3));

        assertThat(names(centre.on(automatic("three", "Order")))).contains("EmailThreaded");
    }

    @Test
    void forgetsSendersOfAutomaticMailOnceTheWindowHasPassed() {
        centre.on(automatic("one", "Order"));

        centre.after(Duration.ofMinutes(181)).on(new RoutingInput.TimerElapsed());

        assertThat(centre.remembers()).extracting(StateChange::kind).doesNotContain(EntityKind.AUTOMATIC_SENDER);
    }

    @Test
    void neverCountsMailOfPersons() {
        for (int number = 1; number <= 12; number++) {
            assertThat(names(centre.on(mail("mail-" + number)))).contains("EmailThreaded");
        }
    }

    @Test
    void keepsReportsOwnMailAndVirusesAsideWhateverTheRule() {
        centre.on(rule(AutomaticMail.PROCESS));

        assertThat(centre.on(judged("dsn", "Undelivered", Author.DELIVERY_REPORT)))
                .containsExactly(kept("dsn", KeptAsideReason.DELIVERY_REPORT, null));
        assertThat(centre.on(judged("arf", "Abuse", Author.FEEDBACK_REPORT)))
                .containsExactly(kept("arf", KeptAsideReason.FEEDBACK_REPORT, null));
        assertThat(centre.on(judged("own", "Re: order", Author.OURSELVES)))
                .containsExactly(kept("own", KeptAsideReason.LOOP, null));
        assertThat(centre.on(with("virus", new Judgement(Author.DELIVERY_REPORT, true, true))))
                .containsExactly(kept("virus", KeptAsideReason.VIRUS, null));
    }

    @Test
    void keepsSpamAsideWhereTheAddressDisconnectsIt() {
        assertThat(centre.on(with("spam", new Judgement(Author.PERSON, true, false))))
                .containsExactly(kept("spam", KeptAsideReason.SPAM, null));
    }

    @Test
    void treatsSpamLikeOtherMailWhereTheFlowThatIsToDecideIsNotKnown() {
        centre.on(new RoutingInput.AddressConfigured(new Address(
                new AddressId("help"),
                Set.of(new EmailAddress("help@support.acme.test")),
                new QueueId("support"),
                null,
                List.of(),
                null,
                0,
                false,
                SpamRoute.FLOW,
                null)));

        assertThat(names(centre.on(with("spam", new Judgement(Author.PERSON, true, false)))))
                .contains("InteractionQueued");
    }

    @Test
    void leavesWhatTheFirstVersionDecidesUponAsItWas() {
        var old = Centre.open(1);

        assertThat(names(old.on(automatic("away", "Away")))).contains("InteractionQueued");
        assertThat(names(old.on(with("virus", new Judgement(Author.PERSON, true, true)))))
                .contains("InteractionQueued");
    }

    @Test
    void takesOneMailThatComesTwoWaysForOneWhereTheRuleSaysSo() {
        assertThat(names(centre.on(copy("first", "list")))).contains("InteractionQueued");
        assertThat(names(centre.on(copy("second", "list")))).contains("InteractionQueued");

        centre.on(new RoutingInput.MailRulesConfigured(new MailRules(AutomaticMail.KEEP_ASIDE, true)));
        assertThat(centre.on(copy("third", "list")))
                .containsExactly(new RoutingEvent.EmailDiscarded(
                        new EmailId("third"), RoutingEvent.DiscardReason.REPEATED_DELIVERY));
        assertThat(names(centre.on(copy("fourth", "another")))).contains("InteractionQueued");
        assertThat(names(centre.on(copyOf("fifth", "list", "stranger@example.org"))))
                .contains("InteractionQueued");
    }

    private static EmailReceived copy(String name, String messageId) {
        return copyOf(name, messageId, "customer@example.com");
    }

    private static EmailReceived copyOf(String name, String messageId, String from) {
        var author = new EmailAddress(from);
        return new EmailReceived(
                new EmailId(name),
                List.of(new AddressId("help")),
                author,
                Set.of(author),
                new Customer(author.folded(), null),
                "About " + name,
                new MessageId(messageId + "@example.com"),
                List.of(),
                List.of(),
                Judgement.PERSONAL);
    }

    private void answered(String email) {
        centre.withAgentOnQueue("anna");
        centre.on(mail(email));
        centre.accepts("anna", email);
        centre.closes("anna", email);
    }

    private static RoutingInput rule(AutomaticMail automaticMail) {
        return new RoutingInput.MailRulesConfigured(new MailRules(automaticMail, false));
    }

    private static EmailReceived automatic(String name, String subject) {
        return judged(name, subject, Author.MACHINE);
    }

    private static EmailReceived automaticAnswer(String name, String earlier) {
        return aMail(name, "Away", List.of(new MessageId(earlier + "@example.com")), Author.MACHINE);
    }

    private static EmailReceived judged(String name, String subject, Author author) {
        return aMail(name, subject, List.of(), author);
    }

    private static EmailReceived aMail(String name, String subject, List<MessageId> references, Author author) {
        return aMail(name, subject, references, new Judgement(author, false, false));
    }

    private static EmailReceived with(String name, Judgement judgement) {
        return aMail(name, "About " + name, List.of(), judgement);
    }

    private static EmailReceived aMail(String name, String subject, List<MessageId> references, Judgement judgement) {
        var author = new EmailAddress("customer@example.com");
        return new EmailReceived(
                new EmailId(name),
                List.of(new AddressId("help")),
                author,
                Set.of(author),
                new Customer(author.folded(), null),
                subject,
                new MessageId(name + "@example.com"),
                references,
                List.of(),
                judgement);
    }

    private static EmailKeptAside kept(String name, KeptAsideReason reason, @Nullable String conversation) {
        return new EmailKeptAside(new EmailId(name), reason, conversation == null ? null : conversation(conversation));
    }
}
