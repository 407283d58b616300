package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.routing.decision.Centre.answerTo;
import static org.postroom.routing.decision.Centre.mail;
import static org.postroom.routing.decision.Centre.names;
import static org.postroom.routing.decision.Centre.only;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postroom.flow.FlowResult;
import org.postroom.flow.Mention;
import org.postroom.flow.NamedKind;
import org.postroom.routing.decision.Judgement.Author;
import org.postroom.routing.decision.RoutingEvent.EmailKeptAside;
import org.postroom.routing.decision.RoutingEvent.FlowRan;
import org.postroom.routing.decision.RoutingEvent.InteractionQueued;
import org.postroom.routing.decision.RoutingEvent.KeptAsideReason;
import org.postroom.routing.decision.RoutingInput.EmailReceived;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.directory.Language;
import org.postroom.routing.directory.SkillLevel;
import org.postroom.routing.directory.SpamRoute;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.id.SkillId;

/** What becomes of mail whose address names a flow. */
class FlowDecisionTest {

    private static final String BY_SUBJECT = """
            steps:
              - name: Complaints
                when: subject.contains("complaint")
                addPriority: 20
                skills: [{skill: patience, level: 4}]
                language: fr
                transfer: complaints
              - when: subject.contains("nightly")
                disconnect: Nobody reads the nightly report
            """;

    private final Centre centre = Centre.open();

    FlowDecisionTest() {
        centre.on(Centre.queue("complaints"));
        centre.on(address("help", "triage", null));
    }

    @Test
    void sendsMailsToDifferentQueuesAndEndsOneWithItsReason() {
        centre.on(Centre.flow("triage", "support", BY_SUBJECT));

        var complaint = centre.on(mail("complaint"));
        var other = centre.on(mail("question"));
        var nightly = centre.on(mail("nightly"));

        assertThat(names(complaint)).containsExactly("FlowRan", "EmailThreaded", "InteractionQueued");
        var enquiry = only(InteractionQueued.class, complaint).getFirst().enquiry();
        assertThat(enquiry.requirement().queueId()).isEqualTo(new QueueId("complaints"));
        assertThat(enquiry.requirement().skills()).containsExactly(new SkillLevel(new SkillId("patience"), 4));
        assertThat(enquiry.requirement().language()).isEqualTo(new Language("fr"));
        assertThat(enquiry.priority()).isEqualTo(23);
        assertThat(queueOf(other)).isEqualTo("support");
        assertThat(ran(other).result().outcome()).isEqualTo(new FlowResult.Undecided());
        assertThat(names(nightly)).containsExactly("FlowRan", "EmailKeptAside");
        assertThat(ran(nightly).result().outcome())
                .isEqualTo(new FlowResult.Disconnected("Nobody reads the nightly report"));
        assertThat(only(EmailKeptAside.class, nightly))
                .containsExactly(new EmailKeptAside(new EmailId("nightly"), KeptAsideReason.FLOW, null));
    }

    @Test
    void endsEveryMailWhereAFlowDisconnectsAll() {
        centre.on(Centre.flow("triage", "support", "steps: [{disconnect: We have moved}]"));

        for (var name : List.of("one", "two", "three")) {
            assertThat(names(centre.on(mail(name)))).containsExactly("FlowRan", "EmailKeptAside");
        }
        assertThat(names(centre.on(mail("one")))).containsExactly("EmailDiscarded");
        assertThat(centre.routing().waiting()).isZero();
    }

    @Test
    void sendsAllMailToTheFallbackQueueWhileNothingIsPublished() {
        centre.on(Centre.flow("triage", "support"));

        var events = centre.on(mail("complaint"));

        assertThat(names(events)).containsExactly("EmailThreaded", "InteractionQueued");
        assertThat(queueOf(events)).isEqualTo("support");
    }

    @Test
    void losesNoMailWhereAFlowFails() {
        centre.on(Centre.flow("triage", "support", "steps: [{priority: 9}, {transfer: sales}]"));
        assertFailed(centre.on(mail("one")), "its queue", "expected the queue of step 2, but it is gone");

        centre.on(published("steps: [{when: size(to) / 0 == 1, transfer: complaints}]"));
        assertFailed(centre.on(mail("two")), "its condition", "expected the condition of step 1");

        centre.on(published("steps: [{call: triage}]"));
        assertFailed(centre.on(mail("three")), "itself", "calls itself");

        centre.on(published("steps: [{call: nobody}]"));
        assertFailed(centre.on(mail("four")), "a flow that is gone", "it is gone");

        centre.on(published("steps: [{teleport: complaints}]"));
        assertFailed(centre.on(mail("five")), "an action that this release does not know", "teleport");
    }

    @Test
    void runsAFlowOnceForAConversationThatIsOpenAndAgainWhenItContinues() {
        centre.on(Centre.flow("triage", "support", "steps: [{when: continued, transfer: complaints}]"));
        centre.withAgentOnQueue("anna");
        centre.on(mail("question"));

        assertThat(names(centre.on(answerTo("more", "question")))).containsExactly("EmailThreaded");

        centre.accepts("anna", "question");
        centre.closes("anna", "question");
        assertThat(queueOf(centre.on(answerTo("again", "question")))).isEqualTo("complaints");
    }

    @Test
    void asksTheFlowForSpamAboutSpamAlone() {
        centre.on(Centre.flow("triage", "support", BY_SUBJECT));
        centre.on(Centre.flow(
                "filter", "complaints", "steps: [{when: 'sender.domain != \"example.com\"', disconnect: Spam}]"));
        centre.on(address("help", "triage", "filter"));

        assertThat(ran(centre.on(spam("known", "customer@example.com"))).flowId())
                .isEqualTo(new FlowId("filter"));
        assertThat(names(centre.on(spam("unknown", "spammer@example.net"))))
                .containsExactly("FlowRan", "EmailKeptAside");
        assertThat(ran(centre.on(mail("question"))).flowId()).isEqualTo(new FlowId("triage"));
    }

    @Test
    void sendsSpamToTheFallbackQueueOfItsFlowWhileNothingIsPublished() {
        centre.on(Centre.flow("triage", "support"));
        centre.on(Centre.flow("filter", "complaints"));
        centre.on(address("help", "triage", "filter"));

        assertThat(queueOf(centre.on(spam("spam", "customer@example.com")))).isEqualTo("complaints");
        assertThat(queueOf(centre.on(mail("question")))).isEqualTo("support");
    }

    @Test
    void decidesTheSameAfterARestart() {
        centre.on(Centre.flow("triage", "support", BY_SUBJECT));
        centre.restart();
        assertThat(queueOf(centre.on(mail("complaint")))).isEqualTo("complaints");

        centre.goOnFromSnapshot();
        assertThat(queueOf(centre.on(mail("complaint-2")))).isEqualTo("complaints");
    }

    @Test
    void runsNoFlowInAJournalOfAnEarlierVersion() {
        var old = Centre.open(2);
        old.on(Centre.queue("complaints"));
        old.on(address("help", "triage", "triage"));
        old.on(Centre.flow("triage", "support", BY_SUBJECT));

        assertThat(names(old.on(mail("nightly")))).containsExactly("EmailThreaded", "InteractionQueued");
        assertThat(queueOf(old.on(mail("complaint")))).isEqualTo("support");
    }

    @Test
    void knowsNoFlowForSpamFromATimeWhenItWasNotStored() {
        var old = Centre.open(2);
        old.on(Centre.queue("complaints"));
        old.on(address("help", "triage", "filter"));
        old.on(Centre.flow("triage", "support"));
        old.on(Centre.flow("filter", "complaints", "steps: [{disconnect: Spam}]"));

        old.on(new RoutingInput.TermsChanged(new Terms(3, RoutingPolicy.DEFAULT)));

        assertThat(queueOf(old.on(spam("before", "customer@example.com")))).isEqualTo("support");
        old.restart();
        assertThat(queueOf(old.on(spam("restored", "customer@example.com")))).isEqualTo("support");
        old.on(address("help", "triage", "filter"));
        assertThat(names(old.on(spam("after", "customer@example.com")))).containsExactly("FlowRan", "EmailKeptAside");
    }

    @Test
    void keepsWhatANewOrganisationIsConfiguredWithBeforeItsTermsAreNamed() {
        var young = new Centre();
        young.on(Centre.queue("support"));
        young.on(address("help", "triage", "filter"));
        young.on(Centre.flow("filter", "support", "steps: [{disconnect: Spam}]"));

        young.on(new RoutingInput.TermsChanged(new Terms(3, RoutingPolicy.DEFAULT)));

        assertThat(names(young.on(spam("spam", "customer@example.com")))).containsExactly("FlowRan", "EmailKeptAside");
    }

    private void assertFailed(List<RoutingEvent> events, String what, String failure) {
        assertThat(names(events)).as(what).containsExactly("FlowRan", "EmailThreaded", "InteractionQueued");
        assertThat(queueOf(events)).as(what).isEqualTo("support");
        assertThat(only(InteractionQueued.class, events).getFirst().enquiry().priority())
                .as(what)
                .isEqualTo(3);
        assertThat(ran(events).result().outcome())
                .as(what)
                .isInstanceOfSatisfying(
                        FlowResult.Failed.class,
                        failed -> assertThat(failed.failure()).contains(failure));
    }

    private static RoutingInput published(String definition) {
        return new RoutingInput.FlowConfigured(new Flow(
                new FlowId("triage"),
                new QueueId("support"),
                new Flow.Published(
                        2,
                        definition,
                        List.of(
                                new Mention(NamedKind.FLOW, "triage", "triage"),
                                new Mention(NamedKind.FLOW, "nobody", "nobody"),
                                new Mention(NamedKind.QUEUE, "complaints", "complaints")))));
    }

    private static FlowRan ran(List<RoutingEvent> events) {
        return only(FlowRan.class, events).getFirst();
    }

    private static String queueOf(List<RoutingEvent> events) {
        return only(InteractionQueued.class, events)
                .getFirst()
                .enquiry()
                .requirement()
                .queueId()
                .value();
    }

    private static RoutingInput address(String name, String flow, @Nullable String spamFlow) {
        return new RoutingInput.AddressConfigured(new Address(
                new AddressId(name),
                Set.of(new EmailAddress(name + "@support.acme.test")),
                null,
                new FlowId(flow),
                List.of(),
                null,
                3,
                false,
                spamFlow == null ? SpamRoute.DISCONNECT : SpamRoute.FLOW,
                spamFlow == null ? null : new FlowId(spamFlow)));
    }

    private static EmailReceived spam(String name, String author) {
        var mail = mail(name, author, List.of());
        return new EmailReceived(
                mail.emailId(),
                mail.addressedTo(),
                mail.author(),
                mail.people(),
                mail.customer(),
                mail.subject(),
                mail.messageId(),
                mail.references(),
                mail.inReplyTo(),
                new Judgement(Author.PERSON, true, false));
    }
}
