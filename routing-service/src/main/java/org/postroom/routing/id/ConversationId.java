package org.postroom.routing.id;

/** Names a conversation. */
public final class ConversationId extends Numbered {

    /**
     * A conversation of this name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public ConversationId(String value) {
        super(value, "a conversation id");
    }

    /** The conversation whose name is this UUID, given as its two halves. */
    public ConversationId(long high, long low) {
        super(high, low);
    }
}
