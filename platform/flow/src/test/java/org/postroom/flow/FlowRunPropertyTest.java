package org.postroom.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.postroom.flow.FlowResult.Failed;

class FlowRunPropertyTest {

    /** Whatever is defined and whatever comes, there is exactly one outcome, and nothing else comes out. */
    @Property(tries = 100)
    void neverLosesAMail(@ForAll("definitions") List<String> definitions, @ForAll("subjects") String subject) {
        var world = new TestWorld();
        for (int number = 0; number < definitions.size(); number++) {
            world.define("flow-" + number, definitions.get(number));
        }

        var result = world.run(definitions.getFirst(), Mails.about(subject), Treatment.PLAIN);

        assertThat(result.outcome()).isNotNull();
        assertThat(result.path()).hasSizeLessThanOrEqualTo(FlowRun.MOST_STEPS);
        if (result.outcome() instanceof Failed) {
            assertThat(result.treatment()).isEqualTo(Treatment.PLAIN);
        }
        assertThat(world.run(definitions.getFirst(), Mails.about(subject), Treatment.PLAIN))
                .isEqualTo(result);
    }

    @Provide
    Arbitrary<List<String>> definitions() {
        var conditions = Arbitraries.of(
                "true",
                "false",
                "subject == \"a\"",
                "1 / size(attachments) > 0",
                "subject.matches(\"^[a-m]\")",
                "to[7] == \"\"");
        var actions = Arbitraries.of(
                "transfer: here",
                "transfer: gone",
                "disconnect: Because",
                "call: flow-0",
                "call: flow-1",
                "call: flow-2",
                "call: nowhere",
                "addPriority: 3",
                "language: de");
        return Combinators.combine(conditions, actions)
                .as((condition, action) -> "- when: '" + condition + "'\n  " + action + "\n")
                .list()
                .ofMaxSize(6)
                .map(steps -> steps.isEmpty() ? "steps: []" : "steps:\n" + String.join("", steps))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> subjects() {
        return Arbitraries.strings().ofMaxLength(30);
    }
}
