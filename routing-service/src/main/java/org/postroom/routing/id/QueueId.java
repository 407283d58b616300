package org.postroom.routing.id;

/** Names a queue. */
public record QueueId(String value) implements Id {

    /** Refuses a blank name. */
    public QueueId {
        Id.requireText(value, "a queue id");
    }
}
