package org.postroom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.flow.FlowResult.Disconnected;
import org.postroom.flow.FlowResult.Failed;
import org.postroom.flow.FlowResult.Transferred;
import org.postroom.flow.FlowResult.Undecided;
import org.postroom.flow.fact.MailFacts;

/** What flows make of mails. */
class FlowRunTest {

    private final TestWorld world = new TestWorld();

    private FlowResult run(String text, MailFacts mail) {
        return world.run(text, mail, Treatment.PLAIN);
    }

    private FlowResult run(String text, MailFacts mail, Treatment before) {
        return world.run(text, mail, before);
    }

    @Test
    void sendsMailsToDifferentQueuesByWhatTheySay() {
        var text = """
                steps:
                  - when: subject.matches("(?i)complaint")
                    transfer: complaints
                  - when: sender.domain == "partner.example"
                    transfer: partners
                  - when: attachments.exists(a, a.type == "application/pdf" && a.size > 10)
                    transfer: paper
                """;

        assertThat(run(text, Mails.about("A COMPLAINT!")).outcome()).isEqualTo(new Transferred("complaints"));
        assertThat(run(text, Mails.from("x@Partner.Example")).outcome()).isEqualTo(new Transferred("partners"));
        assertThat(run(text, Mails.with(new MailFacts.Attachment("i.pdf", "application/pdf", 11)))
                        .outcome())
                .isEqualTo(new Transferred("paper"));
        assertThat(run(text, Mails.about("Hello")).outcome()).isEqualTo(new Undecided());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sender.address == 'carla@customer.example' && sender.name.startsWith('Carla')",
                "'help@support.acme.example' in recipients && size(recipients) == 1",
                "'help@support.acme.example' in to && cc.all(a, a.endsWith('.example'))",
                "size > 1000 && size(attachments) == 0",
                "!automatic && !spam && !continued",
                "dmarc == 'pass'",
                "received.getHours('Europe/Berlin') == 9 && received.getDayOfWeek('Europe/Berlin') == 0",
                "received < timestamp('2026-12-01T00:00:00Z')",
                "subject.contains('question') || subject == ''"
            })
    void seesTheFactsOfAMail(String condition) {
        assertThat(run("steps: [{when: \"" + condition + "\", transfer: here}]", Mails.about("A question"))
                        .outcome())
                .isEqualTo(new Transferred("here"));
    }

    @Test
    void seesNoDomainInASenderThatHasNone() {
        assertThat(run("steps: [{when: sender.domain == \"\", transfer: here}]", Mails.from("undisclosed"))
                        .outcome())
                .isEqualTo(new Transferred("here"));
        assertThat(run(
                                "steps: [{when: sender.domain == \"b.example\", transfer: here}]",
                                Mails.from("\"x@y\"@b.example"))
                        .outcome())
                .isEqualTo(new Transferred("here"));
    }

    @Test
    void endsEveryMailWhereItSaysSo() {
        var result = run("steps: [{disconnect: We have moved}]", Mails.about("x"));

        assertThat(result.outcome()).isEqualTo(new Disconnected("We have moved"));
        assertThat(result.path()).containsExactly(new FlowResult.Visit("main", 1, 1, null, true));
    }

    @Test
    void addsUpWhatItsStepsChange() {
        var before = new Treatment(10, new TreeMap<>(Map.of("tax", 1)), "fr", new TreeMap<>());

        var treatment = run("""
                steps:
                  - addPriority: 5
                    skills: [{skill: billing, level: 2}, {skill: tax, level: 4}]
                  - when: false
                    priority: 99
                  - addPriority: 3
                    language: de
                    attributes: {Reason: invoice}
                    transfer: here
                """, Mails.about("x"), before).treatment();

        assertThat(treatment)
                .isEqualTo(new Treatment(
                        18,
                        new TreeMap<>(Map.of("billing", 2, "tax", 4)),
                        "de",
                        new TreeMap<>(Map.of("Reason", "invoice"))));
    }

    @Test
    void keepsThePriorityWithinItsRange() {
        assertThat(run("steps: [{addPriority: 25000000}, {addPriority: 25000000}]", Mails.about("x"))
                        .treatment()
                        .priority())
                .isEqualTo(25_000_000);
    }

    @Test
    void goesOnBehindACalledFlowThatSendsItNowhere() {
        world.define("mark", "steps: [{addPriority: 7}]");
        world.define("end", "steps: [{when: 'subject == \"stop\"', disconnect: Stopped}]");
        var text = "steps: [{call: mark}, {call: end}, {transfer: here}]";

        assertThat(run(text, Mails.about("go on")).outcome()).isEqualTo(new Transferred("here"));
        assertThat(run(text, Mails.about("go on")).treatment().priority()).isEqualTo(7);
        assertThat(run(text, Mails.about("stop")).outcome()).isEqualTo(new Disconnected("Stopped"));
    }

    @Test
    void failsWithoutAnyEffectWhereAConditionHasNoAnswer() {
        var before = new Treatment(10, new TreeMap<>(), null, new TreeMap<>());

        var result = run(
                "steps: [{priority: 1}, {name: Odd, when: 1 / size(attachments) == 1, transfer: here}]",
                Mails.about("x"),
                before);

        assertThat(result.outcome())
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.failure()).contains("step 2 (Odd)"));
        assertThat(result.treatment()).isEqualTo(before);
    }

    @Test
    void failsWhereAFlowOrAQueueIsGone() {
        assertThat(run("steps: [{call: nobody}]", Mails.about("x")).outcome())
                .isEqualTo(new Failed("expected a flow, but it is gone (step 1 calls it)"));
        assertThat(run("steps: [{transfer: gone}]", Mails.about("x")).outcome())
                .isEqualTo(new Failed("expected the queue of step 1, but it is gone"));
    }

    @Test
    void failsWhereFlowsCallEachOtherInACircle() {
        world.define("other", "steps: [{call: main}]");

        assertThat(run("steps: [{call: other}]", Mails.about("x")).outcome())
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.failure()).contains("calls itself"));
    }

    @Test
    void failsWhereItWouldTakeTooManySteps() {
        world.define("long", "steps:\n" + "- addPriority: 1\n".repeat(99));

        var result = run("steps: [{call: long}, {call: long}, {call: long}, {transfer: here}]", Mails.about("x"));

        assertThat(result.outcome())
                .isInstanceOfSatisfying(
                        Failed.class, failed -> assertThat(failed.failure()).contains("at most 200 steps"));
        assertThat(result.path()).hasSize(200);
    }

    @Test
    void isNotHeldUpByAHostileMail() {
        var attachments =
                Collections.nCopies(5_000, new MailFacts.Attachment("a".repeat(50_000), "x/y".repeat(20_000), 1));
        var mail = Mails.mail("a".repeat(100_000) + "@x.example", "a".repeat(100_000), attachments);

        var result = run("""
                steps:
                  - when: attachments.exists(a, a.name.matches("(a*)*(a*)*b$"))
                    transfer: here
                  - when: subject.matches("(a|aa)+$") && size(attachments) == 100
                    transfer: there
                """, mail);

        assertThat(result.outcome()).isEqualTo(new Transferred("there"));
    }
}
