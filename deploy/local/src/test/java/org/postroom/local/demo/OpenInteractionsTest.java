package org.postroom.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.postroom.events.common.MailAddress;
import org.postroom.events.common.ScoreParts;
import org.postroom.events.interaction.CloseReason;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.InteractionReopened;
import org.postroom.events.interaction.InteractionSegmentEnded;
import org.postroom.events.interaction.QueueReason;
import org.postroom.events.interaction.SegmentAction;

class OpenInteractionsTest {

    private static final Instant NOW = Instant.parse("2026-11-27T14:03:12Z");

    private final OpenInteractions open = new OpenInteractions("demo-address");

    @Test
    void knowsWhatWaitsInAQueue() {
        follow(queued("i1", "demo-address", "demo-queue"), queued("i2", "demo-address", "other-queue"));

        assertThat(open.waitingIn("demo-queue")).containsExactly("i1");
        assertThat(open.handledBy("dana")).isEmpty();
    }

    @Test
    void leavesTheMailOfOtherAddressesAlone() {
        follow(queued("i1", "help-address", "demo-queue"), accepted("i1", "dana"));

        assertThat(open.waitingIn("demo-queue")).isEmpty();
        assertThat(open.handledBy("dana")).isEmpty();
    }

    @Test
    void knowsWhoHandlesWhat() {
        follow(queued("i1", "demo-address", "demo-queue"), accepted("i1", "dana"));
        follow(queued("i2", "demo-address", "demo-queue"), accepted("i2", "anna"));

        assertThat(open.waitingIn("demo-queue")).isEmpty();
        assertThat(open.handledBy("dana")).containsExactly("i1");
    }

    @Test
    void forgetsWhatIsClosedOrWhoseReplyIsOnTheWay() {
        follow(queued("i1", "demo-address", "demo-queue"), accepted("i1", "dana"), replied("i1"));
        follow(queued("i2", "demo-address", "demo-queue"), closed("i2"));

        assertThat(open.waitingIn("demo-queue")).isEmpty();
        assertThat(open.handledBy("dana")).isEmpty();
    }

    @Test
    void knowsWhatIsBackWithItsAgentSinceItsReplyFailed() {
        follow(
                queued("i1", "demo-address", "demo-queue"),
                accepted("i1", "dana"),
                replied("i1"),
                reopened("i1", "dana"));

        assertThat(open.handledBy("dana")).containsExactly("i1");
    }

    private void follow(SpecificRecord... events) {
        List.of(events).forEach(open::follow);
    }

    private static InteractionQueued queued(String id, String address, String queue) {
        return InteractionQueued.newBuilder()
                .setOrganisationId("acme")
                .setInteractionId(id)
                .setConversationId("c-" + id)
                .setEmailId("e-" + id)
                .setAddressId(address)
                .setQueueId(queue)
                .setCustomer(MailAddress.newBuilder()
                        .setAddress("carla@customer.test")
                        .build())
                .setSubject("Facture")
                .setReason(QueueReason.EMAIL_RECEIVED)
                .setScore(new ScoreParts(20, 0.0, 20.0))
                .setWaitingSince(NOW)
                .setOccurredAt(NOW)
                .build();
    }

    private static InteractionAccepted accepted(String id, String agent) {
        return new InteractionAccepted("acme", id, agent, 0L, NOW);
    }

    private static InteractionSegmentEnded replied(String id) {
        return InteractionSegmentEnded.newBuilder()
                .setOrganisationId("acme")
                .setInteractionId(id)
                .setAgentId("dana")
                .setSegment(1)
                .setAction(SegmentAction.REPLY)
                .setHandleTimeMicros(1)
                .setOccurredAt(NOW)
                .build();
    }

    private static InteractionReopened reopened(String id, String agent) {
        return new InteractionReopened("acme", id, agent, "r-" + id, "5.1.1 no such user", NOW);
    }

    private static InteractionClosed closed(String id) {
        return InteractionClosed.newBuilder()
                .setOrganisationId("acme")
                .setInteractionId(id)
                .setConversationId("c-" + id)
                .setReason(CloseReason.CLOSED_BY_AGENT)
                .setHandleTimeMicros(1)
                .setOccurredAt(NOW)
                .build();
    }
}
