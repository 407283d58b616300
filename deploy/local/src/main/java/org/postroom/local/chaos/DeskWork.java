package org.postroom.local.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.postroom.events.agent.AgentStatusChanged;
import org.postroom.events.common.AgentStatus;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionOfferExpired;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.interaction.InteractionReopened;
import org.postroom.events.reply.ReplyRequested;

/**
 * What agents have to do, as the log tells: accept what they are offered, answer what they hold, and close what came back,
 * since the answer may have arrived and nobody should be written to twice. Whom routing takes off the queue, since an offer was not
 * answered in time, goes on queue again. What was asked for and has not come about is due
 * again after a while.
 */
final class DeskWork {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final String STATUS_OF = "status of ";

    private final Set<String> agents;
    private final Map<String, Open> open = new HashMap<>();

    DeskWork(Set<String> agents) {
        this.agents = Set.copyOf(agents);
    }

    /** Something for an agent to do. */
    sealed interface Act {

        /** The agent who does it. */
        String agentId();
    }

    /** Go on queue again, after an offer that could not be answered in time. */
    record GoOnQueue(String agentId) implements Act {}

    /** Accept an offer. */
    record Accept(String interactionId, String agentId) implements Act {}

    /** Answer. */
    record Answer(String interactionId, String agentId) implements Act {}

    /** Close without another answer. */
    record Close(String interactionId, String agentId) implements Act {}

    private record Open(Act next, Instant dueAt) {}

    /** Takes the next event. */
    synchronized void follow(SpecificRecord event) {
        switch (event) {
            case InteractionOffered offered ->
                begin(offered.getInteractionId(), new Accept(offered.getInteractionId(), offered.getAgentId()));
            case InteractionAccepted accepted ->
                begin(accepted.getInteractionId(), new Answer(accepted.getInteractionId(), accepted.getAgentId()));
            case InteractionReopened reopened ->
                begin(reopened.getInteractionId(), new Close(reopened.getInteractionId(), reopened.getAgentId()));
            case InteractionOfferExpired expired -> open.remove(expired.getInteractionId());
            case AgentStatusChanged changed -> followStatus(changed);
            case ReplyRequested reply -> open.remove(reply.getInteractionId());
            case InteractionClosed closed -> open.remove(closed.getInteractionId());
            default -> {
                // other events give agents nothing to do
            }
        }
    }

    /** What is to be done now; it counts as begun. */
    synchronized List<Act> due(Instant now) {
        var due = new ArrayList<Act>();
        open.replaceAll((_, entry) -> {
            if (entry.dueAt().isAfter(now)) {
                return entry;
            }
            due.add(entry.next());
            return new Open(entry.next(), now.plus(PATIENCE));
        });
        return due;
    }

    private void followStatus(AgentStatusChanged changed) {
        var agent = changed.getAgentId();
        if (changed.getStatus() == AgentStatus.NOT_RESPONDING) {
            begin(STATUS_OF + agent, new GoOnQueue(agent));
        } else {
            open.remove(STATUS_OF + agent);
        }
    }

    private void begin(String about, Act act) {
        if (agents.contains(act.agentId())) {
            open.put(about, new Open(act, Instant.EPOCH));
        }
    }
}
