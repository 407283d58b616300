package org.postroom.routing.id;

/** Names an organisation. */
public record OrganisationId(String value) implements Id {

    /** Refuses a blank name. */
    public OrganisationId {
        Id.requireText(value, "an organisation id");
    }
}
