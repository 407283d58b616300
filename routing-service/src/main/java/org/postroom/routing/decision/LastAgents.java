package org.postroom.routing.decision;

import org.jspecify.annotations.Nullable;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.directory.ConversationRules;
import org.postroom.routing.directory.ConversationRules.LastAgent;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.interaction.Enquiry;
import org.postroom.routing.interaction.InQueue;
import org.postroom.routing.interaction.Kept;
import org.postroom.routing.interaction.Waiting;
import org.postroom.routing.interaction.WorkLog;
import org.postroom.routing.timer.Timer;

/**
 * The agent who handled a conversation last comes first, where the organisation wants it: what is new in it is kept for that
 * agent for a while, if the agent is on queue. It is open to everybody once the time has passed, and at once where the agent
 * declines it, does not answer, or leaves.
 */
final class LastAgents {

    private LastAgents() {}

    /** Remembers who has a conversation; from the third version of the decisions on. */
    static void note(Turn turn, Enquiry enquiry, AgentId agentId) {
        if (!turn.state().decidesByVersion(ThirdVersion.NUMBER)) {
            return;
        }
        Conversation conversation = turn.state().conversations().recall(enquiry.conversationId(), turn.now());
        if (conversation != null) {
            turn.state().conversations().put(conversation.handledBy(agentId));
        }
    }

    /** A new interaction in its queue: kept for the last agent, or for everybody. */
    static InQueue begin(Turn turn, Enquiry enquiry, @Nullable AgentId lastAgent) {
        var waiting = new Waiting(enquiry, WorkLog.EMPTY);
        ConversationRules rules = turn.state().directory().mailRules().conversations();
        if (lastAgent == null || rules.lastAgent() == LastAgent.OFF) {
            return waiting;
        }
        boolean whateverQueue = rules.lastAgent() == LastAgent.ANYONE;
        return turn.state().dispatcher().mayWaitFor(lastAgent, enquiry.requirement(), whateverQueue)
                ? waiting.keepFor(lastAgent, turn.now().plus(rules.keptFor()))
                : waiting;
    }

    /** The time has passed in which the last agent came first. */
    static void end(Turn turn, Timer.KeepingEnds timer) {
        if (turn.state().interaction(timer.interactionId()) instanceof Kept kept) {
            release(turn, kept);
        }
    }

    /** The agent takes no work any more: what was kept for that agent is open to everybody. */
    static void leave(Turn turn, AgentId agentId) {
        for (var item : turn.state().dispatcher().keptFor(agentId)) {
            if (turn.state().interaction(item.interactionId()) instanceof Kept kept) {
                release(turn, kept);
            }
        }
    }

    private static void release(Turn turn, Kept kept) {
        Offers.enqueue(turn, kept.forEverybody(), QueueReason.LAST_AGENT_UNAVAILABLE);
    }
}
