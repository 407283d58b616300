package org.postroom.routing.decision;

import java.time.Duration;
import org.postroom.routing.acd.Candidates;
import org.postroom.routing.acd.Score;
import org.postroom.routing.acd.WaitingItem;
import org.postroom.routing.decision.RoutingEvent.OfferCause;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.DerivedIds;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.interaction.Enquiry;
import org.postroom.routing.interaction.InQueue;
import org.postroom.routing.interaction.Kept;
import org.postroom.routing.interaction.Offered;
import org.postroom.routing.interaction.Waiting;
import org.postroom.routing.presence.StatusReason;
import org.postroom.routing.timer.Timer;

/** Making offers and taking them back; assignment runs when work arrives and when an agent becomes free. */
final class Offers {

    private Offers() {}

    /** Puts an interaction into its queue and offers it at once where somebody may take it. */
    static void enqueue(Turn turn, InQueue returned, QueueReason reason) {
        var waiting = inAQueueThatIs(turn, returned);
        turn.state().move(waiting);
        var agentId = turn.state().dispatcher().agentFor(Interactions.itemOf(waiting));
        turn.emit(new RoutingEvent.InteractionQueued(
                waiting.enquiry(),
                reason,
                score(waiting.enquiry(), turn),
                agentId == null && waiting instanceof Waiting open ? Considered.inVain(turn, open) : Candidates.NONE,
                waiting instanceof Kept kept ? kept : null));
        if (agentId != null) {
            offer(
                    turn,
                    waiting.forEverybody(),
                    agentId,
                    waiting instanceof Kept ? OfferCause.LAST_AGENT : OfferCause.WORK_ARRIVED);
        }
    }

    /** What comes back to a queue that was removed meanwhile waits where its address sends mail now, if that is known. */
    private static InQueue inAQueueThatIs(Turn turn, InQueue returned) {
        var directory = turn.state().directory();
        if (!turn.state().decidesByVersion(ThirdVersion.NUMBER)
                || !(returned instanceof Waiting waiting)
                || directory.has(returned.enquiry().requirement().queueId())) {
            return returned;
        }
        var address = directory.address(returned.enquiry().addressId());
        var queueId = address == null ? null : directory.queueOf(address);
        return queueId != null && directory.has(queueId) ? waiting.moveTo(queueId) : returned;
    }

    /** The agent gave work back: the agent is the last to be asked from now on, and gets the next piece. */
    static void freed(Turn turn, AgentId agentId) {
        if (turn.state().directory().has(agentId)) {
            turn.state().put(turn.state().presence(agentId).freed(turn.now()));
            serve(turn, agentId);
        }
    }

    /** Offers the agent as much as the agent may take. */
    static void serve(Turn turn, AgentId agentId) {
        while (offerNext(turn, agentId)) {}
    }

    /** Offers every available agent as much as the agent may take, one piece each in turn. */
    static void serveAll(Turn turn) {
        var offered = true;
        while (offered) {
            offered = false;
            for (var agentId : turn.state().dispatcher().availableAgents()) {
                offered |= offerNext(turn, agentId);
            }
        }
    }

    /** Takes back an offer whose time has run out; its agent is not responding. */
    static void expire(Turn turn, Timer.OfferExpires timer) {
        if (turn.state().interaction(timer.interactionId()) instanceof Offered offered) {
            expire(turn, offered);
        }
    }

    private static void expire(Turn turn, Offered offered) {
        turn.emit(new RoutingEvent.InteractionOfferExpired(offered.interactionId(), offered.agentId()));
        var presence = turn.state().presence(offered.agentId());
        if (presence.isOnQueue()) {
            Presences.change(turn, presence.missOffer(turn.now()), StatusReason.OFFER_EXPIRED);
        }
        enqueue(turn, offered.withdraw(), QueueReason.OFFER_EXPIRED);
    }

    private static boolean offerNext(Turn turn, AgentId agentId) {
        var item = turn.state().dispatcher().workFor(agentId);
        if (item == null) {
            return false;
        }
        var cause = item.keptFor() == null ? OfferCause.AGENT_AVAILABLE : OfferCause.LAST_AGENT;
        offer(turn, waiting(turn, item), agentId, cause);
        return true;
    }

    private static Waiting waiting(Turn turn, WaitingItem item) {
        if (turn.state().interaction(item.interactionId()) instanceof InQueue waiting) {
            return waiting.forEverybody();
        }
        throw new IllegalStateException("expected interaction "
                + item.interactionId().value() + " of the waiting list to be waiting, but it is not");
    }

    /** Offers an interaction to an agent, who must have room. */
    static void offer(Turn turn, Waiting waiting, AgentId agentId, OfferCause cause) {
        var considered = switch (cause) {
            case WORK_ARRIVED, AGENT_AVAILABLE -> Considered.forOffer(turn, waiting, agentId);
            case TRANSFERRED, LAST_AGENT -> Candidates.NONE;
        };
        var queueId = waiting.enquiry().requirement().queueId();
        var offerId = DerivedIds.offerOf(waiting.interactionId(), waiting.log().offers() + 1);
        var offered = waiting.offer(agentId, offerId, turn.now().plus(alertingTimeout(turn, queueId)));
        turn.state().move(offered);
        turn.emit(new RoutingEvent.InteractionOffered(
                offered.interactionId(),
                agentId,
                offerId,
                queueId,
                score(waiting.enquiry(), turn),
                offered.expiresAt(),
                Considered.told(turn, cause),
                considered));
    }

    private static Duration alertingTimeout(Turn turn, QueueId queueId) {
        var queue = turn.state().directory().queue(queueId);
        return queue == null ? Queue.DEFAULT_ALERTING_TIMEOUT : queue.alertingTimeout();
    }

    private static Score score(Enquiry enquiry, Turn turn) {
        return Score.at(enquiry.priority(), enquiry.waitingSince(), turn.now());
    }
}
