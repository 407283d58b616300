package org.postroom.domain.organisation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postroom.runtime.id.OrganisationId;

/**
 * An organisation as the installation keeps it.
 *
 * @param organisation what it is called
 * @param state whether it may be used
 * @param version the version of {@code organisation}, counted from 1
 * @param createdAt when it was created
 */
public record RegisteredOrganisation(
        Organisation organisation, OrganisationState state, long version, Instant createdAt) {

    /** The identifier. */
    public OrganisationId id() {
        return organisation.id();
    }

    /** Whether it is suspended. */
    public boolean isSuspended() {
        return state instanceof OrganisationState.Suspended;
    }

    /** Its fields, named as in the REST API. */
    public Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", organisation.name().value());
        fields.put("accountName", organisation.accountName().value());
        fields.put("defaultLanguage", organisation.defaultLanguage().value());
        fields.put("timeZone", organisation.timeZone().getId());
        fields.put("state", isSuspended() ? "SUSPENDED" : "ACTIVE");
        if (state instanceof OrganisationState.Suspended suspended) {
            fields.put("suspendedReason", suspended.reason().value());
        }
        return fields;
    }

    RegisteredOrganisation changedTo(Organisation changed) {
        return new RegisteredOrganisation(changed, state, version + 1, createdAt);
    }

    RegisteredOrganisation in(OrganisationState other) {
        return new RegisteredOrganisation(organisation, other, version, createdAt);
    }
}
