package org.postroom.routing.id;

/** Names a flow. */
public record FlowId(String value) implements Id {

    /** Refuses a blank name. */
    public FlowId {
        Id.requireText(value, "a flow id");
    }
}
