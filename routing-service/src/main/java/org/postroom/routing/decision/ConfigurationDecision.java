package org.postroom.routing.decision;

import org.jspecify.annotations.Nullable;
import org.postroom.routing.acd.WaitingItem;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.decision.RoutingInput.AddressConfigured;
import org.postroom.routing.decision.RoutingInput.AgentConfigured;
import org.postroom.routing.decision.RoutingInput.AgentRemoved;
import org.postroom.routing.decision.RoutingInput.FlowConfigured;
import org.postroom.routing.decision.RoutingInput.QueueConfigured;
import org.postroom.routing.directory.MailRules;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.interaction.InQueue;
import org.postroom.routing.interaction.Waiting;
import org.postroom.routing.presence.StatusReason;

/** What a change of the configuration means for the work at hand. */
final class ConfigurationDecision {

    private ConfigurationDecision() {}

    /**
     * What has passed by the former rules is forgotten first, so that a longer window finds none of it, whether it was still in
     * memory or not.
     */
    static void configured(Turn turn, MailRules rules) {
        if (turn.state().decidesByVersion(ThirdVersion.NUMBER)) {
            turn.state().conversations().forgetPassed(turn.now());
        }
        turn.state().directory().put(rules);
    }

    static void configured(Turn turn, AddressConfigured configured) {
        var directory = turn.state().directory();
        var before = directory.address(configured.address().addressId());
        var formerQueue = before == null ? null : directory.queueOf(before);
        directory.put(configured.address());
        moveStrandedFrom(turn, formerQueue);
    }

    static void configured(Turn turn, FlowConfigured configured) {
        var directory = turn.state().directory();
        var before = directory.flow(configured.flow().flowId());
        directory.put(configured.flow());
        moveStrandedFrom(turn, before == null ? null : before.fallbackQueueId());
    }

    static void configured(Turn turn, QueueConfigured configured) {
        turn.state().directory().put(configured.queue());
        Offers.serveAll(turn);
    }

    static void configured(Turn turn, AgentConfigured configured) {
        var agentId = configured.agent().agentId();
        turn.state().directory().put(configured.agent());
        if (turn.state().worksHere(agentId)) {
            Offers.serve(turn, agentId);
        } else {
            Presences.leave(turn, agentId, StatusReason.AGENT_DEACTIVATED);
        }
    }

    static void removed(Turn turn, AgentRemoved removed) {
        if (turn.state().directory().has(removed.agentId())) {
            Presences.remove(turn, removed.agentId());
        }
    }

    static void removed(Turn turn, QueueId queueId) {
        turn.state().directory().remove(queueId);
        moveStranded(turn, queueId);
    }

    private static void moveStrandedFrom(Turn turn, @Nullable QueueId queueId) {
        if (queueId != null && !turn.state().directory().has(queueId)) {
            moveStranded(turn, queueId);
        }
    }

    /**
     * Moves what waits in a removed queue to where its address sends mail now. What has no such queue keeps waiting,
     * visible in the waiting list, until its address names one.
     */
    private static void moveStranded(Turn turn, QueueId removed) {
        var stranded = turn.state().dispatcher().waitingIn(removed).stream()
                .sorted(WaitingItem.BEST_FIRST)
                .toList();
        for (var item : stranded) {
            if (turn.state().interaction(item.interactionId()) instanceof InQueue waiting) {
                moveToPresentQueue(turn, waiting.forEverybody());
            }
        }
    }

    private static void moveToPresentQueue(Turn turn, Waiting waiting) {
        var directory = turn.state().directory();
        var address = directory.address(waiting.enquiry().addressId());
        var queueId = address == null ? null : directory.queueOf(address);
        if (queueId != null && directory.has(queueId)) {
            Offers.enqueue(turn, waiting.moveTo(queueId), QueueReason.QUEUE_REMOVED);
        }
    }
}
