package org.postroom.routing.decision;

import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.directory.MailRules;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.interaction.Interaction;
import org.postroom.routing.presence.AgentPresence;

/** The kinds of things that make up an organisation's state. The names are kept in stores: never rename one. */
public enum EntityKind {
    /** A configured address. */
    ADDRESS(Address.class),
    /** A configured queue. */
    QUEUE(Queue.class),
    /** A configured flow. */
    FLOW(Flow.class),
    /** A configured agent. */
    AGENT(AgentProfile.class),
    /** An agent's presence. */
    PRESENCE(AgentPresence.class),
    /** A conversation within the threading window. */
    CONVERSATION(Conversation.class),
    /** An interaction, kept for a while after its end. */
    INTERACTION(Interaction.class),
    /** A mail that was decided upon, so that a repeat is recognised. */
    DECIDED_EMAIL(Decided.class),
    /** A command that was decided upon, so that a repeat is recognised. */
    DECIDED_COMMAND(Decided.class),
    /** What the organisation's journal is decided upon by. */
    TERMS(Terms.class),
    /** The rules for all mail of the organisation. */
    MAIL_RULES(MailRules.class),
    /** A sender of automatic mail, within the guard's window. */
    AUTOMATIC_SENDER(AutomaticSender.class),
    /** A reply that came back, so that a repeat of the news is recognised. */
    DECIDED_BOUNCE(Decided.class);

    private final Class<?> type;

    EntityKind(Class<?> type) {
        this.type = type;
    }

    /** The class of such entities. */
    public Class<?> type() {
        return type;
    }
}
