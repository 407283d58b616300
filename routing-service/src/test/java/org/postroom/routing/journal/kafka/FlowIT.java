package org.postroom.routing.journal.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postroom.events.configuration.FlowMention;
import org.postroom.events.interaction.EmailKeptAside;
import org.postroom.events.interaction.FlowOutcome;
import org.postroom.events.interaction.FlowRan;
import org.postroom.events.interaction.FlowStepDone;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.KeptAsideReason;
import org.postroom.events.routing.RoutingTermsChanged;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.PostroomIT;

/** A flow that is published on the log decides where mail goes, and tells how. */
@PostroomIT
class FlowIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MINUTES = 300;

    @Test
    void sendsOneMailToAQueueAndEndsAnotherWithItsReason() {
        var acme = Organisation.with(MINUTES, 1, "anna");
        acme.configureFlow("""
                steps:
                  - name: Invoices
                    when: subject.contains("invoice") && sender.domain == "example.com"
                    addPriority: 10
                    attributes: {Reason: invoice}
                    transfer: Support
                  - disconnect: Only invoices are read here
                """, List.of(new FlowMention("queue", "Support", Organisation.QUEUE)));
        acme.configureAddressWithFlow();
        // What came before the journal names its terms is decided by the first version, which runs no flow.
        await().atMost(PATIENCE)
                .until(() -> !acme.all(Topics.ROUTING_JOURNAL, RoutingTermsChanged.class)
                        .isEmpty());

        var invoice = acme.receives("An invoice", List.of());
        var other = acme.receives("A question", List.of());

        var ran = ranFor(invoice);
        assertThat(ran.getExplanation()).isNull();
        assertThat(ran.getOutcome()).isEqualTo(FlowOutcome.TRANSFERRED);
        var queued = EventLog.of(Topics.INTERACTION_EVENTS)
                .await(InteractionQueued.class, event -> event.getEmailId().equals(invoice));
        assertThat(queued.getQueueId()).isEqualTo(Organisation.QUEUE);
        assertThat(queued.getScore().getPriority()).isEqualTo(10);
        assertThat(ran.getInteractionId()).isEqualTo(queued.getInteractionId());
        assertThat(ran.getSteps()).containsExactly(new FlowStepDone(Organisation.FLOW, 1L, 1, "Invoices"));
        assertThat(ran.getAttributes().getFirst().getValue()).isEqualTo("invoice");

        var kept = EventLog.of(Topics.INTERACTION_EVENTS)
                .await(EmailKeptAside.class, event -> event.getEmailId().equals(other));
        assertThat(kept.getReason()).isEqualTo(KeptAsideReason.FLOW);
        assertThat(ranFor(other).getExplanation()).isEqualTo("Only invoices are read here");
        assertThat(ranFor(other).getQueueId()).isNull();
    }

    private static FlowRan ranFor(String emailId) {
        return EventLog.of(Topics.INTERACTION_EVENTS)
                .await(FlowRan.class, event -> event.getEmailId().equals(emailId));
    }
}
