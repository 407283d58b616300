package org.postroom.outbound.conversation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.postroom.runtime.id.AgentId;
import org.postroom.runtime.id.InteractionId;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.id.ReplyId;

/**
 * What is known of interactions and conversations, learnt from events. Events of different topics arrive in any order,
 * and any of them may arrive twice.
 */
public interface Conversations {

    /** The interaction; empty where the organisation has none with this identifier, or none yet. */
    Optional<Interaction> interaction(OrganisationId organisationId, InteractionId interactionId);

    /** The same, and nobody else changes it until the present transaction ends. */
    Optional<Interaction> lockInteraction(OrganisationId organisationId, InteractionId interactionId);

    /**
     * The mails of a conversation and of all that are one with it, oldest first; only those of which both content and place are
     * known.
     */
    List<ConversationMail> mails(OrganisationId organisationId, String conversationId);

    /** An interaction waits in a queue: nobody handles it. */
    void queued(OrganisationId organisationId, Interaction interaction);

    /**
     * An agent handles the interaction from now on, with no reply of theirs under way.
     *
     * @param since when the handling began; a repeat of the same news changes nothing
     */
    void handled(OrganisationId organisationId, InteractionId interactionId, AgentId agentId, Instant since);

    /** The interaction is closed, wrapped up, parked or given away: nobody handles it. */
    void closed(OrganisationId organisationId, InteractionId interactionId);

    /** The handling agent's reply is on its way. */
    void replyUnderWay(OrganisationId organisationId, InteractionId interactionId, ReplyId replyId);

    /** The reply failed: its interaction may be answered again. */
    void replyFailed(OrganisationId organisationId, InteractionId interactionId, ReplyId replyId);

    /** A mail was received; its conversation may not be known yet. */
    void received(OrganisationId organisationId, ConversationMail mail);

    /** It is known now which conversation a received mail belongs to. */
    void placed(OrganisationId organisationId, String emailId, String conversationId);

    /** A conversation was made part of another one. */
    void merged(OrganisationId organisationId, String conversationId, String into);

    /** A conversation stands by itself again. */
    void parted(OrganisationId organisationId, String conversationId);

    /** An interaction was moved with its mail. */
    void moved(OrganisationId organisationId, InteractionId interactionId, String conversationId);

    /** A mail left a conversation: what is still about it there is about the newest mail that stays. */
    void left(OrganisationId organisationId, String emailId, String conversationId);

    /** A reply was composed and so is part of its conversation. */
    void composed(OrganisationId organisationId, String conversationId, ConversationMail reply);
}
