package org.postroom.routing.id;

/** A Message-ID as the header has it, without angle brackets (RFC 5322, section 3.6.4). */
public record MessageId(String value) implements Id {

    /** Refuses a blank name. */
    public MessageId {
        Id.requireText(value, "a Message-ID");
    }
}
