package org.postroom.routing.id;

/** Names a reply. */
public record ReplyId(String value) implements Id {

    /** Refuses a blank name. */
    public ReplyId {
        Id.requireText(value, "a reply id");
    }
}
