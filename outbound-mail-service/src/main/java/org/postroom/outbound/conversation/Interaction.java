package org.postroom.outbound.conversation;

import org.jspecify.annotations.Nullable;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.ReplyId;

/**
 * One interaction, as far as a reply needs to know it.
 *
 * @param interactionId the interaction
 * @param conversationId the conversation it is part of
 * @param addressId the address the customer wrote to
 * @param queueId the queue it waited in last; null where that is not known
 * @param customerAddress where answers go, as the customer's mail named it
 * @param customerName the name beside it; null where none is known
 * @param subject the subject of the newest mail
 * @param emailId the mail that it began with
 * @param agentId the agent who handles it; null while it waits and after it is closed
 * @param replyUnderWay the reply that this handling produced, unless it failed; null where there is none
 */
public record Interaction(
        InteractionId interactionId,
        String conversationId,
        String addressId,
        @Nullable String queueId,
        String customerAddress,
        @Nullable String customerName,
        String subject,
        String emailId,
        @Nullable AgentId agentId,
        @Nullable ReplyId replyUnderWay) {

    /**
     * Whether an agent may reply now. One handling gives one reply, unless the address allows multiple actions: until
     * the reply fails, a second one would be a second answer to the same question.
     *
     * @param agent the agent who asks
     * @param multipleActions whether the address allows further replies
     */
    public Permission mayReply(AgentId agent, boolean multipleActions) {
        if (!agent.equals(agentId)) {
            return new Permission.Refused("expected an interaction that you handle, but "
                    + (agentId == null ? "nobody handles this one" : "another agent handles this one"));
        }
        if (replyUnderWay != null && !multipleActions) {
            return new Permission.Refused(
                    "expected an interaction that waits for its reply, but its reply is already on its way");
        }
        return new Permission.Granted();
    }

    /** The answer to whether an agent may reply. */
    public sealed interface Permission {

        /** The agent may. */
        record Granted() implements Permission {}

        /**
         * The agent may not.
         *
         * @param reason why, in the form "expected …, but …"
         */
        record Refused(String reason) implements Permission {}
    }
}
