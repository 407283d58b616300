package org.postroom.routing.id;

/** Names one received mail; a repeated delivery of the same mail has the same id. */
public record EmailId(String value) implements Id {

    /** Refuses a blank name. */
    public EmailId {
        Id.requireText(value, "an email id");
    }
}
