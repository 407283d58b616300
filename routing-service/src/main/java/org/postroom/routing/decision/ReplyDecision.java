package org.postroom.routing.decision;

import java.util.Set;
import java.util.stream.Collectors;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.conversation.Subjects;
import org.postroom.routing.decision.RoutingEvent.QueueReason;
import org.postroom.routing.decision.RoutingEvent.SegmentAction;
import org.postroom.routing.decision.RoutingInput.ReplyBounced;
import org.postroom.routing.decision.RoutingInput.ReplyComposed;
import org.postroom.routing.decision.RoutingInput.ReplyFailed;
import org.postroom.routing.decision.RoutingInput.ReplyRequested;
import org.postroom.routing.decision.RoutingInput.ReplySent;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.id.ReplyId;
import org.postroom.routing.interaction.Closed;
import org.postroom.routing.interaction.Handling;
import org.postroom.routing.interaction.Interaction;
import org.postroom.routing.interaction.Parked;
import org.postroom.routing.interaction.Sending;
import org.postroom.routing.interaction.Waiting;
import org.postroom.routing.interaction.WrappingUp;

/**
 * What a reply's journey means for its interaction. These are facts, not wishes: nothing is refused, and what does not
 * fit the state of the interaction is noted in its log. A repeat is recognised by the reply's id.
 */
final class ReplyDecision {

    private ReplyDecision() {}

    static void requested(Turn turn, ReplyRequested reply) {
        var interaction = turn.state().interaction(reply.interactionId());
        if (interaction == null || interaction.log().knows(reply.replyId())) {
            return;
        }
        if (interaction instanceof Handling handling && handling.agentId().equals(reply.agentId())) {
            endSegment(turn, handling, reply.replyId());
        } else {
            turn.state().move(interaction.awaiting(reply.replyId()));
        }
    }

    static void composed(Turn turn, ReplyComposed reply) {
        var conversations = turn.state().conversations();
        if (conversations.belongsToAnother(reply.messageId(), reply.conversationId(), turn.now())) {
            return;
        }
        var customers = reply.people().stream()
                .filter(person -> !turn.state().directory().isOwn(person))
                .collect(Collectors.toSet());
        if (turn.state().decidesByVersion(ThirdVersion.NUMBER)) {
            keep(turn, reply, customers);
            return;
        }
        var known = conversations.find(reply.conversationId(), turn.now());
        if (known != null) {
            conversations.put(known.withMail(reply.messageId(), customers, turn.now()));
        } else {
            var begun = Conversation.begin(reply.conversationId(), turn.now());
            turn.state().conversations().begin(begun.withMail(reply.messageId(), customers, turn.now()), turn.now());
        }
    }

    /** A reply that comes late opens no window again: that counts from closing. */
    private static void keep(Turn turn, ReplyComposed reply, Set<EmailAddress> customers) {
        var conversations = turn.state().conversations();
        var known = conversations.recall(reply.conversationId(), turn.now());
        var before = known == null ? Conversation.begin(reply.conversationId(), turn.now()) : known;
        var after =
                before.withMail(reply.messageId(), customers, turn.now()).withSubject(Subjects.idOf(reply.subject()));
        if (known == null) {
            conversations.begin(after, turn.now());
        } else {
            conversations.put(known.openInteraction() == null ? after.activeAt(known.lastActivity()) : after);
        }
    }

    static void sent(Turn turn, ReplySent reply) {
        var interaction = turn.state().interaction(reply.interactionId());
        if (interaction == null || !interaction.log().awaits(reply.replyId())) {
            return;
        }
        var settled = interaction.settled(reply.replyId());
        if (settled instanceof Sending sending && sending.log().pendingReplies().isEmpty()) {
            Closings.close(turn, sending.answered(turn.now()), sending.log().wrapUpCode());
        } else {
            turn.state().move(settled);
        }
    }

    static void failed(Turn turn, ReplyFailed reply) {
        var interaction = turn.state().interaction(reply.interactionId());
        if (interaction == null || !interaction.log().awaits(reply.replyId())) {
            return;
        }
        giveBack(turn, interaction.settled(reply.replyId()), reply.replyId(), reply.reason());
    }

    /** The interaction of a reply that came back is opened again; where an agent looks at it already, nothing changes. */
    static void bounced(Turn turn, ReplyBounced reply) {
        var interaction = turn.state().interaction(reply.interactionId());
        if (interaction == null
                || !interaction.log().knows(reply.replyId())
                || turn.state().isRepeat(reply.bounceId(), turn.now())) {
            return;
        }
        giveBack(turn, interaction, reply.replyId(), reply.reason());
    }

    private static void giveBack(Turn turn, Interaction interaction, ReplyId replyId, String reason) {
        switch (interaction) {
            case Sending sending
            when turn.state().worksHere(sending.agentId()) -> reopen(turn, sending.reopen(turn.now()), replyId, reason);
            case Sending sending -> requeue(turn, sending.requeue());
            case Closed closed
            when turn.state().worksHere(closed.agentId()) -> reopen(turn, closed.reopen(turn.now()), replyId, reason);
            case Closed closed -> requeue(turn, closed.requeue());
            case WrappingUp wrappingUp -> reopen(turn, WrapUps.breakOff(turn, wrappingUp), replyId, reason);
            case Parked parked -> reopen(turn, Parking.wake(turn, parked), replyId, reason);
            case Interaction inWork -> turn.state().move(inWork);
        }
    }

    private static void endSegment(Turn turn, Handling handling, ReplyId replyId) {
        var keepsAgent = keepsAgent(turn, handling);
        if (!keepsAgent
                && turn.state().decidesByVersion(ThirdVersion.NUMBER)
                && WrapUps.beginsWithReply(turn, handling, replyId)) {
            return;
        }
        var next = keepsAgent
                ? handling.requestReplyAndKeep(replyId, turn.now())
                : handling.requestReply(replyId, turn.now());
        turn.state().move(next);
        turn.emit(new RoutingEvent.InteractionSegmentEnded(
                next.interactionId(),
                handling.agentId(),
                next.log().segments(),
                SegmentAction.REPLY,
                handling.segmentTime(turn.now()),
                replyId));
        if (next instanceof Sending) {
            Offers.freed(turn, handling.agentId());
        }
    }

    private static boolean keepsAgent(Turn turn, Handling handling) {
        var address = turn.state().directory().address(handling.enquiry().addressId());
        return address != null && address.multipleActions();
    }

    private static void reopen(Turn turn, Handling handling, ReplyId replyId, String reason) {
        turn.state().move(handling);
        Closings.reopen(turn, handling.enquiry());
        turn.emit(new RoutingEvent.InteractionReopened(handling.interactionId(), handling.agentId(), replyId, reason));
    }

    private static void requeue(Turn turn, Waiting waiting) {
        Closings.reopen(turn, waiting.enquiry());
        Offers.enqueue(turn, waiting, QueueReason.AGENT_LEFT);
    }
}
