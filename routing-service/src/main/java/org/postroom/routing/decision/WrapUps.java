package org.postroom.routing.decision;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.decision.RoutingEvent.SegmentAction;
import org.postroom.routing.decision.RoutingEvent.WrapUpEnd;
import org.postroom.routing.decision.RoutingInput.CloseInteraction;
import org.postroom.routing.decision.RoutingInput.WrapUpInteraction;
import org.postroom.routing.directory.WrapUp;
import org.postroom.routing.id.ReplyId;
import org.postroom.routing.id.WrapUpCodeId;
import org.postroom.routing.interaction.Closed;
import org.postroom.routing.interaction.Enquiry;
import org.postroom.routing.interaction.Handling;
import org.postroom.routing.interaction.Unattended;
import org.postroom.routing.interaction.WrappingUp;
import org.postroom.routing.timer.Timer;

/**
 * What the queue of an interaction asks of its agent once the customer is served: a code, and after-call work. What it asks is what
 * it asks at that moment; after-call work that has begun keeps its time.
 */
final class WrapUps {

    private WrapUps() {}

    /** The agent ends an interaction without a further reply: refused where the queue asks for a code that was not given. */
    static void close(Turn turn, CloseInteraction close, Handling handling) {
        var asked = askedBy(turn, handling.enquiry());
        var refusal = asked.refusalOf(close.wrapUpCode());
        if (refusal == null && close.afterCallWork() && asked.mode() == WrapUp.Mode.NONE) {
            refusal = "expected a queue with after-call work, but this one has none";
        }
        if (refusal != null) {
            CommandDecision.reject(turn, close, refusal);
        } else if (asked.follows(close.afterCallWork())) {
            begin(
                    turn,
                    handling,
                    handling.closeAndWrapUp(close.wrapUpCode(), turn.now(), endOf(asked, turn)),
                    SegmentAction.CLOSE,
                    null);
        } else {
            CommandDecision.closeAtOnce(turn, handling, close.wrapUpCode());
        }
    }

    /** The agent pressed Send; true where after-call work has begun with it. */
    static boolean beginsWithReply(Turn turn, Handling handling, ReplyId replyId) {
        var asked = askedBy(turn, handling.enquiry());
        if (!asked.follows(false)) {
            return false;
        }
        var next = handling.requestReplyAndWrapUp(replyId, turn.now(), endOf(asked, turn));
        begin(turn, handling, next, SegmentAction.REPLY, replyId);
        return true;
    }

    /** The agent is done with after-call work: refused where a code is missing. */
    static void finish(Turn turn, WrapUpInteraction done) {
        var interaction = turn.state().interaction(done.interactionId());
        if (!(interaction instanceof WrappingUp wrappingUp)
                || !wrappingUp.agentId().equals(done.agentId())) {
            CommandDecision.reject(
                    turn,
                    done,
                    "expected an interaction that the agent wraps up, but " + CommandDecision.found(interaction));
            return;
        }
        var known = wrappingUp.log().wrapUpCode();
        var keepsKnown = done.wrapUpCode() == null && known != null;
        var refusal = keepsKnown ? null : askedBy(turn, wrappingUp.enquiry()).refusalOf(done.wrapUpCode());
        if (refusal == null) {
            end(turn, wrappingUp, keepsKnown ? known : done.wrapUpCode(), WrapUpEnd.FINISHED);
        } else {
            CommandDecision.reject(turn, done, refusal);
        }
    }

    /** The time is up: it ends with what was said until now, a code that is missing or not. */
    static void expire(Turn turn, Timer.WrapUpEnds timer) {
        if (turn.state().interaction(timer.interactionId()) instanceof WrappingUp wrappingUp) {
            end(turn, wrappingUp, wrappingUp.log().wrapUpCode(), WrapUpEnd.TIME_RAN_OUT);
        }
    }

    /** Its agent works here no more: it ends with what was said until now. */
    static void abandon(Turn turn, WrappingUp wrappingUp) {
        end(turn, wrappingUp, wrappingUp.log().wrapUpCode(), WrapUpEnd.AGENT_LEFT);
    }

    /** Its reply failed: after-call work breaks off, and the agent has it in hand again. */
    static Handling breakOff(Turn turn, WrappingUp wrappingUp) {
        turn.emit(ended(turn, wrappingUp, null, WrapUpEnd.REPLY_FAILED, false));
        return wrappingUp.reopen(turn.now());
    }

    private static void begin(
            Turn turn, Handling handling, WrappingUp next, SegmentAction action, @Nullable ReplyId replyId) {
        turn.state().move(next);
        turn.emit(new RoutingEvent.InteractionSegmentEnded(
                next.interactionId(),
                next.agentId(),
                next.log().segments(),
                action,
                handling.segmentTime(turn.now()),
                replyId));
        turn.emit(new RoutingEvent.InteractionWrapUpStarted(
                next.interactionId(), next.agentId(), next.log().wrapUpCode(), next.endsAt()));
    }

    private static void end(Turn turn, WrappingUp wrappingUp, @Nullable WrapUpCodeId code, WrapUpEnd reason) {
        Unattended next = wrappingUp.ended(code, turn.now());
        turn.emit(ended(turn, wrappingUp, code, reason, !(next instanceof Closed)));
        if (next instanceof Closed closed) {
            Closings.close(turn, closed, code);
        } else {
            turn.state().move(next);
        }
        Offers.freed(turn, wrappingUp.agentId());
    }

    private static RoutingEvent ended(
            Turn turn, WrappingUp wrappingUp, @Nullable WrapUpCodeId code, WrapUpEnd reason, boolean replyUnderWay) {
        return new RoutingEvent.InteractionWrapUpEnded(
                wrappingUp.interactionId(),
                wrappingUp.agentId(),
                reason,
                code,
                wrappingUp.time(turn.now()),
                replyUnderWay);
    }

    private static WrapUp askedBy(Turn turn, Enquiry enquiry) {
        var queue = turn.state().directory().queue(enquiry.requirement().queueId());
        return queue == null ? WrapUp.AS_AGENTS_WISH : queue.wrapUp();
    }

    private static @Nullable Instant endOf(WrapUp asked, Turn turn) {
        return asked.time().isPositive() ? turn.now().plus(asked.time()) : null;
    }
}
