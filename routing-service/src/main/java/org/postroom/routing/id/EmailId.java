package org.postroom.routing.id;

/** Names one received mail; a repeated delivery of the same mail has the same id. */
public final class EmailId extends Numbered {

    /**
     * A mail of this name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public EmailId(String value) {
        super(value, "an email id");
    }
}
