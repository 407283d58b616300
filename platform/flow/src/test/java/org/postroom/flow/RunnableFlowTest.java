package org.postroom.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a definition may say, and how it is told what it may not. */
class RunnableFlowTest {

    private static final Set<String> KNOWN = Set.of("queue/support", "queue/complaints", "skill/billing", "flow/spam");

    private static final Names NAMES = (kind, name) -> {
        String key = kind.word() + "/" + name.strip().toLowerCase(Locale.ROOT);
        return KNOWN.contains(key) ? key + "-id" : null;
    };

    @Test
    void readsEveryActionThereIs() {
        var flow = RunnableFlow.of("""
                steps:
                  - name: Complaints
                    when: subject.matches("(?i)complaint|beschwerde")
                    priority: 30
                    addPriority: -5
                    skills:
                      - {skill: Billing, level: 3}
                    language: de-ch
                    attributes:
                      Reason: complaint
                      Urgency: 2
                    transfer: Complaints
                  - call: Spam
                  - when: true
                    disconnect: Nobody reads this
                """, NAMES);

        assertThat(flow.steps()).hasSize(3);
        assertThat(flow.mentions())
                .containsExactly(
                        new Mention(NamedKind.SKILL, "Billing", "skill/billing-id"),
                        new Mention(NamedKind.QUEUE, "Complaints", "queue/complaints-id"),
                        new Mention(NamedKind.FLOW, "Spam", "flow/spam-id"));
    }

    @Test
    void takesTheExampleOfTheReadme() throws IOException {
        var readme = Files.readString(Path.of("README.md"));
        var example = readme.substring(readme.indexOf("```yaml") + "```yaml".length(), readme.indexOf("```\n\nSteps"));

        assertThat(RunnableFlow.of(example, (kind, name) -> name).steps()).hasSize(5);
    }

    @Test
    void goesThroughListsOneAfterTheOther() {
        assertThat(RunnableFlow.of(
                                "steps: [{when: 'to.filter(a, a != \"\").exists(a, a == \"x\") || cc.all(a, true)', priority: 1}]",
                                NAMES)
                        .steps())
                .hasSize(1);
    }

    @Test
    void takesAFlowWithoutSteps() {
        assertThat(RunnableFlow.of("steps: []", NAMES).steps()).isEmpty();
    }

    @Test
    void goesOnMeaningWhatItMeantWhenItWasChecked() {
        var text = "steps: [{transfer: Support}]";
        var mentions = RunnableFlow.of(text, NAMES).mentions();

        assertThat(RunnableFlow.of(text, Mention.meaning(mentions)).mentions()).isEqualTo(mentions);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            [{when: subjct == "x", transfer: Support}]              | steps[0].when      | there is none called subjct
            [{when: sender.adress == "x", transfer: Support}]       | steps[0].when      | there is none called adress
            [{when: subject == 3, transfer: Support}]               | steps[0].when      | true or false
            [{when: subject, transfer: Support}]                    | steps[0].when      | true or false
            [{when: '1 +', transfer: Support}]                      | steps[0].when      | true or false
            [{when: 'subject.matches("(")', transfer: Support}]     | steps[0].when      | regular expression
            [{when: 'subject.matches("(a+)" + subject)', transfer: Support}] | steps[0].when | written out
            [{when: 'to.exists(a, cc.exists(b, a == b))', transfer: Support}] | steps[0].when | within a loop
            [{when: '"x".matches("(x{999}){1}(y{999})(z{999})")', transfer: Support}] | steps[0].when | instructions
            [{when: 5, transfer: Support}]                          | steps[0].when      | a text
            [{transfer: Sales}]                                     | steps[0].transfer  | none called Sales
            [{transfer: [Support]}]                                 | steps[0].transfer  | the name of a queue
            [{call: Nightly}]                                       | steps[0].call      | none called Nightly
            [{skills: [{skill: Tax}]}]                              | steps[0].skills[0].skill | none called Tax
            [{skills: [{skill: Billing, level: 6}]}]                | steps[0].skills[0].level | 0 to 5
            [{skills: [{skill: Billing}, {skill: billing}]}]        | steps[0].skills[1] | each skill once
            [{skills: Billing}]                                     | steps[0].skills    | a list
            [{priority: high}]                                      | steps[0].priority  | a whole number
            [{priority: 25000001}]                                  | steps[0].priority  | 25000000
            [{language: klingonisch-en-x}]                          | steps[0].language  | BCP 47
            [{disconnect: ""}]                                      | steps[0].disconnect | 1 to 200
            [{attributes: {Reason: []}}]                            | steps[0].attributes.Reason | a text
            [{transfer: Support, disconnect: no}]                   | steps[0]           | transfer and disconnect
            [{transfr: Support}]                                    | steps[0].transfr   | transfr
            [{when: spam}]                                          | steps[0]           | does nothing
            [{name: Nothing}]                                       | steps[0]           | does nothing
            [one]                                                   | steps[0]           | a mapping
            {}                                                      | steps              | a list
            """)
    void saysWhichStepIsWrongAndWhy(String steps, String path, String rule) {
        assertThatThrownBy(() -> RunnableFlow.of("steps: " + steps, NAMES))
                .isInstanceOfSatisfying(
                        InvalidDefinitionException.class,
                        invalid -> assertThat(invalid.problems()).anySatisfy(problem -> {
                            assertThat(problem.path()).isEqualTo(path);
                            assertThat(problem.rule()).startsWith("expected ").contains(rule);
                        }));
    }

    @Test
    void saysEverythingThatIsWrong() {
        assertThatThrownBy(() -> RunnableFlow.of("""
                colour: red
                steps:
                  - transfer: Sales
                  - when: subjct == ""
                    call: Nightly
                """, NAMES))
                .isInstanceOfSatisfying(
                        InvalidDefinitionException.class,
                        invalid -> assertThat(invalid.problems())
                                .extracting(Problem::path)
                                .containsExactly("colour", "steps[0].transfer", "steps[1].when", "steps[1].call"));
    }

    @Test
    void refusesMoreStepsThanAMailShouldWaitFor() {
        assertThatThrownBy(() -> RunnableFlow.of("steps:\n" + "- priority: 1\n".repeat(101), NAMES))
                .hasMessageContaining("at most 100 steps, but got 101");
    }

    @Test
    void refusesAConditionThatIsTooLongOrTooDeep() {
        for (var when : List.of("(".repeat(300) + "true" + ")".repeat(300), "true || ".repeat(400) + "true")) {
            assertThatThrownBy(() -> RunnableFlow.of("steps:\n- when: " + when + "\n  priority: 1\n", NAMES))
                    .isInstanceOf(InvalidDefinitionException.class)
                    .hasMessageStartingWith("steps[0].when: expected ");
        }
    }

    @Test
    void refusesWhatIsNoYaml() {
        assertThatThrownBy(() -> RunnableFlow.of("steps: [", NAMES)).hasMessageContaining("line 1");
        assertThatThrownBy(() -> RunnableFlow.of("just words", NAMES)).hasMessageContaining("mapping");
    }
}
