package org.postroom.console.desk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An interaction as the head of its page.
 *
 * @param interactionId the interaction
 * @param conversationId the conversation it is part of
 * @param state where it stands
 * @param subject its subject
 * @param customerName the customer's name, where known
 * @param customerAddress the customer's address
 * @param address the organisation's address that the customer wrote to
 * @param replyFrom who replies appear to come from
 * @param queue the queue's name
 * @param agentId the agent it is offered to or handled by
 * @param agentName that agent's name
 * @param waitingSince since when the customer waits
 * @param acceptedAt when the agent accepted it
 * @param closedAt when it was closed
 * @param handleTimeMicros the sum of handle times, in microseconds
 * @param trouble why it came back to the agent
 * @param history whether replies carry the history: ALWAYS, NEVER or AGENT_DECIDES
 * @param multipleActions true where it stays with its agent after a reply
 * @param newestEmailId the newest mail of the customer
 */
public record InteractionView(
        String interactionId,
        @Nullable String conversationId,
        InteractionState state,
        @Nullable String subject,
        @Nullable String customerName,
        @Nullable String customerAddress,
        @Nullable String address,
        @Nullable String replyFrom,
        @Nullable String queue,
        @Nullable String agentId,
        @Nullable String agentName,
        @Nullable Instant waitingSince,
        @Nullable Instant acceptedAt,
        @Nullable Instant closedAt,
        @Nullable Long handleTimeMicros,
        @Nullable String trouble,
        String history,
        boolean multipleActions,
        @Nullable String newestEmailId) {

    /** The customer's name, or the address where no name is known. */
    public String customer() {
        String address = customerAddress == null ? "Unknown sender" : customerAddress;
        return customerName == null || customerName.isBlank() ? address : customerName;
    }

    /** True where this agent was offered the interaction and may accept or decline it. */
    public boolean offeredTo(String agent) {
        return state == InteractionState.OFFERED && agent.equals(agentId);
    }

    /** True where this agent may reply to the interaction or close it. */
    public boolean handledBy(String agent) {
        boolean open = state == InteractionState.HANDLING || (state == InteractionState.REPLYING && multipleActions);
        return open && agent.equals(agentId);
    }

    /** True where this agent wraps it up. */
    public boolean wrappedUpBy(String agent) {
        return state == InteractionState.WRAPPING_UP && agent.equals(agentId);
    }

    /** True where this agent has parked it. */
    public boolean parkedBy(String agent) {
        return state == InteractionState.PARKED && agent.equals(agentId);
    }

    /** The handle time in words, for instance {@code 3 min 12 s}; empty before the first segment has ended. */
    public String handleTime() {
        if (handleTimeMicros == null) {
            return "";
        }
        Duration time = Duration.ofNanos(handleTimeMicros * 1000);
        return time.toMinutes() == 0
                ? time.toSeconds() + " s"
                : time.toMinutes() + " min " + time.toSecondsPart() + " s";
    }

    /** The subject that a reply begins with (RFC 5322, section 3.6.5). */
    public String replySubject() {
        String present = subject == null ? "" : subject.strip();
        return present.regionMatches(true, 0, "re:", 0, 3) ? present : "Re: " + present;
    }
}
