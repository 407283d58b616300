package org.postroom.routing.id;

/** Names a wrap-up code: how an interaction can end, in the organisation's own words. */
public record WrapUpCodeId(String value) implements Id {

    /** Refuses a blank name. */
    public WrapUpCodeId {
        Id.requireText(value, "a wrap-up code id");
    }
}
