package org.postroom.console.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.mail.HostNames;

/** One message of a conversation, or a note that agents wrote beside it. */
public sealed interface ConversationEntry {

    /** Its identifier: the mail's, the reply's or the note's. */
    String id();

    /** When it came to be. */
    Instant at();

    /** The subject. */
    String subject();

    /** True for a mail of the customer. */
    default boolean received() {
        return this instanceof CustomerMail;
    }

    /** True for a reply of an agent. */
    default boolean sent() {
        return this instanceof AgentReply;
    }

    /** True for what agents alone see. */
    default boolean internal() {
        return this instanceof InternalNote;
    }

    /** What kind it is, in a word that styles and tests know it by. */
    default String kind() {
        return switch (this) {
            case CustomerMail _ -> "received";
            case AgentReply _ -> "sent";
            case InternalNote _ -> "note";
        };
    }

    /**
     * A note of an agent, which the customer never sees.
     *
     * @param id the note
     * @param at when it was written
     * @param author the agent's name
     */
    record InternalNote(String id, Instant at, String author) implements ConversationEntry {

        @Override
        public String subject() {
            return "";
        }
    }

    /**
     * A mail from the customer's side.
     *
     * @param id the mail
     * @param at when it was accepted
     * @param subject its subject
     * @param author who wrote it, by name or address
     * @param address the author's address
     * @param attachments how many attachments it has
     * @param proof what was found out about whom it is from; null where that was not looked at
     * @param domain the domain that this is about; empty where it was not looked at
     * @param keptAside true where it is shown here without having become work
     * @param claim why it stands in another conversation than it names; null where it names none
     */
    record CustomerMail(
            String id,
            Instant at,
            String subject,
            String author,
            String address,
            int attachments,
            @Nullable SenderProof proof,
            String domain,
            boolean keptAside,
            @Nullable ThreadClaim claim)
            implements ConversationEntry {

        /** What the agent reads of it, in words; null where it was not looked at. */
        public @Nullable String proven() {
            return proof == null ? null : proof.sentence(HostNames.unicode(domain));
        }
    }

    /**
     * A reply of an agent.
     *
     * @param id the reply
     * @param at when the agent pressed Send
     * @param subject its subject
     * @param author the agent's name
     * @param recipients the visible recipients
     * @param delivery how far it has come
     * @param answer what the receiving servers said; null where none answered yet
     * @param nextAttemptAt when it is tried again; null where it is not
     */
    record AgentReply(
            String id,
            Instant at,
            String subject,
            String author,
            String recipients,
            DeliveryState delivery,
            @Nullable String answer,
            @Nullable Instant nextAttemptAt)
            implements ConversationEntry {}
}
