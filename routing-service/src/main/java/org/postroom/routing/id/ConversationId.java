package org.postroom.routing.id;

/** Names a conversation. */
public record ConversationId(String value) implements Id {

    /** Refuses a blank name. */
    public ConversationId {
        Id.requireText(value, "a conversation id");
    }
}
