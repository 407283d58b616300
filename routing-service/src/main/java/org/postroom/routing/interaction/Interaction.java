package org.postroom.routing.interaction;

import java.time.Duration;
import java.time.Instant;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.ReplyId;

/**
 * One piece of work for an agent. Each state offers only the moves that leave it:
 *
 * <pre>
 *   Waiting ──offer──▶ Offered ──accept──▶ Handling ──requestReply──▶ Sending ──answered──▶ Closed
 *      ▲ ◀─decline, withdraw─┘               │  │ ▲ └──────close──────────────────────────────▲ │
 *      │ ◀───────────release─────────────────┘  │ └───────reopen──────┘                        │ │
 *      │                                        └──requestReplyAndKeep (multiple actions)      │ │
 *      └───────────────────────requeue──────────────────── Sending, Closed ◀───────────────────┘ ┘
 * </pre>
 *
 * <p>Where its queue has after-call work, {@code requestReply} and {@code close} lead to {@code WrappingUp} first; from there it
 * goes on to {@code Sending} or {@code Closed}, or back to {@code Handling} where the reply failed meanwhile. {@code Handling}
 * leads to {@code Parked} and back, or from there to {@code Waiting}; and by a transfer to {@code Waiting} or {@code Offered}.
 *
 * <p>Instead of Waiting it may be Kept for the agent who handled its conversation last; it is offered to that agent, or goes on
 * Waiting.
 *
 * <p>What a state means to others follows from the kinds that it declares: whether it waits, takes room of an agent, or
 * neither, and whether it ends by itself.
 */
public sealed interface Interaction permits InQueue, HeldByAgent, Unattended, Timed {

    /** What it is about. */
    Enquiry enquiry();

    /** What was done for it so far. */
    WorkLog log();

    /** The same state with what it is about replaced. */
    Interaction with(Enquiry enquiry);

    /** The same state with another log. */
    Interaction with(WorkLog log);

    /** Its name. */
    default InteractionId interactionId() {
        return enquiry().interactionId();
    }

    /** True where a further mail of the conversation belongs to it: an agent will still look at it. */
    default boolean takesMail() {
        return switch (this) {
            case WrappingUp _, Sending _, Closed _ -> false;
            case InQueue _, HeldByAgent _, Parked _ -> true;
        };
    }

    /** The customer wrote again. */
    default Interaction joinedBy(EmailId newest, String subject) {
        return with(enquiry().withNewestMail(newest, subject));
    }

    /** A reply of it was requested without ending a segment. */
    default Interaction awaiting(ReplyId replyId) {
        return with(log().replyRequested(replyId));
    }

    /** A reply's outcome is known. */
    default Interaction settled(ReplyId replyId) {
        return with(log().replySettled(replyId));
    }

    /** The state in words, for a refusal that says what it found. */
    default String described() {
        return switch (this) {
            case InQueue _ -> "it is waiting in its queue";
            case Offered offered ->
                "it is offered to agent " + offered.agentId().value();
            case Handling handling ->
                "it is handled by agent " + handling.agentId().value();
            case WrappingUp wrappingUp ->
                "it is wrapped up by agent " + wrappingUp.agentId().value();
            case Parked parked -> "it is parked by agent " + parked.agentId().value();
            case Sending _ -> "its reply is being sent";
            case Closed _ -> "it is closed";
        };
    }

    /** The time from one moment to another; zero where a broker's clock stepped back. */
    static Duration between(Instant start, Instant end) {
        return end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
    }
}
