package org.postroom.routing.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.postroom.routing.decision.Centre.mail;
import static org.postroom.routing.decision.Centre.only;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.postroom.flow.Mention;
import org.postroom.flow.NamedKind;
import org.postroom.routing.decision.RoutingEvent.EmailDiscarded;
import org.postroom.routing.decision.RoutingEvent.EmailKeptAside;
import org.postroom.routing.decision.RoutingEvent.EmailThreaded;
import org.postroom.routing.decision.RoutingEvent.FlowRan;
import org.postroom.routing.decision.RoutingEvent.InteractionQueued;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.QueueId;

/** Whatever is published, valid or not, a mail ends in exactly one event, and what becomes work waits in a queue that is there. */
class FlowPropertyTest {

    private static final List<Mention> MENTIONS = List.of(
            new Mention(NamedKind.QUEUE, "support", "support"),
            new Mention(NamedKind.QUEUE, "gone", "gone"),
            new Mention(NamedKind.FLOW, "triage", "triage"),
            new Mention(NamedKind.FLOW, "other", "other"),
            new Mention(NamedKind.FLOW, "nobody", "nobody"));

    @Property(tries = 100)
    void losesNoMail(@ForAll("definitions") String triage, @ForAll("definitions") String other) {
        var centre = Centre.open();
        centre.on(flow("triage", triage));
        centre.on(flow("other", other));
        centre.on(Centre.addressWithFlow("help", "triage"));

        for (var name : List.of("mail-1", "mail-2")) {
            var events = centre.on(mail(name));

            assertThat(only(EmailThreaded.class, events).size()
                            + only(EmailKeptAside.class, events).size()
                            + only(EmailDiscarded.class, events).size())
                    .isEqualTo(1);
            assertThat(only(EmailDiscarded.class, events)).isEmpty();
            assertThat(only(FlowRan.class, events)).hasSize(1);
            assertThat(only(InteractionQueued.class, events))
                    .allSatisfy(queued ->
                            assertThat(queued.enquiry().requirement().queueId()).isEqualTo(new QueueId("support")));
            assertThat(only(InteractionQueued.class, events)).hasSameSizeAs(only(EmailThreaded.class, events));
        }
    }

    private static RoutingInput flow(String name, String definition) {
        return new RoutingInput.FlowConfigured(
                new Flow(new FlowId(name), new QueueId("support"), new Flow.Published(1, definition, MENTIONS)));
    }

    @Provide
    Arbitrary<String> definitions() {
        var conditions = Arbitraries.of("true", "subject == \"About mail-1\"", "1 / size(to) > 0", "nonsense");
        var actions = Arbitraries.of(
                "transfer: support",
                "transfer: gone",
                "transfer: unknown",
                "disconnect: Because",
                "call: triage",
                "call: other",
                "call: nobody",
                "addPriority: 25000000",
                "teleport: away");
        return Combinators.combine(conditions, actions)
                .as((condition, action) -> "- when: '" + condition + "'\n  " + action + "\n")
                .list()
                .ofMaxSize(5)
                .map(steps -> steps.isEmpty() ? "steps: []" : "steps:\n" + String.join("", steps));
    }
}
