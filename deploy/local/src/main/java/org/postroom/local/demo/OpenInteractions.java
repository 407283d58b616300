package org.postroom.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.InteractionReopened;
import org.postroom.events.interaction.InteractionSegmentEnded;

/** The interactions of one address that have not ended, as the log tells of them from its beginning. */
final class OpenInteractions {

    private final String addressId;
    private final Map<String, Open> open = new LinkedHashMap<>();

    OpenInteractions(String addressId) {
        this.addressId = addressId;
    }

    /**
     * One of them.
     *
     * @param queueId the queue it is in, or was
     * @param agentId who handles it; null while it waits, is offered, or its reply is on the way
     * @param waits whether it waits or is offered
     */
    private record Open(String queueId, @Nullable String agentId, boolean waits) {

        Open handledBy(String agent) {
            return new Open(queueId, agent, false);
        }

        Open replied() {
            return new Open(queueId, null, false);
        }
    }

    /** Takes the next event. */
    void follow(SpecificRecord event) {
        switch (event) {
            case InteractionQueued queued -> {
                if (queued.getAddressId().equals(addressId)) {
                    open.put(queued.getInteractionId(), new Open(queued.getQueueId(), null, true));
                }
            }
            case InteractionAccepted accepted ->
                change(accepted.getInteractionId(), present -> present.handledBy(accepted.getAgentId()));
            case InteractionReopened reopened ->
                change(reopened.getInteractionId(), present -> present.handledBy(reopened.getAgentId()));
            case InteractionSegmentEnded ended -> change(ended.getInteractionId(), Open::replied);
            case InteractionClosed closed -> open.remove(closed.getInteractionId());
            default -> {}
        }
    }

    private void change(String interactionId, UnaryOperator<Open> step) {
        open.computeIfPresent(interactionId, (id, present) -> step.apply(present));
    }

    /** Those that wait in a queue or are offered from it, the oldest first. */
    List<String> waitingIn(String queueId) {
        return open.entrySet().stream()
                .filter(entry ->
                        entry.getValue().waits() && entry.getValue().queueId().equals(queueId))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those that an agent handles. */
    List<String> handledBy(String agentId) {
        return open.entrySet().stream()
                .filter(entry -> agentId.equals(entry.getValue().agentId()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
