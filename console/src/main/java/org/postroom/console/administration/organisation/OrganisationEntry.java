package org.postroom.console.administration.organisation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.State;

/**
 * An organisation as domain-service keeps it.
 *
 * @param id the identifier; null in a form that was not saved yet
 * @param name the name
 * @param accountName the DNS label of its system domain, unique in the installation
 * @param defaultLanguage the language of mail that says none, as a BCP 47 tag
 * @param timeZone the zone that its hours are meant in
 * @param state ACTIVE or SUSPENDED
 * @param suspendedReason why it is suspended; null where it is not
 * @param createdAt since when it is here
 * @param version the version that was read; null in a form that was not saved yet
 */
public record OrganisationEntry(
        @Nullable String id,
        @Nullable String name,
        @Nullable String accountName,
        @Nullable String defaultLanguage,
        @Nullable String timeZone,
        @Nullable String state,
        @Nullable String suspendedReason,
        @Nullable Instant createdAt,
        @Nullable Long version) {

    /** An organisation as a new form shows it. */
    public static OrganisationEntry blank() {
        return new OrganisationEntry(null, null, null, "en", "Europe/Berlin", null, null, null, null);
    }

    /** True while its mail waits and its users can change nothing. */
    public boolean suspended() {
        return "SUSPENDED".equals(state);
    }

    /** The state in words. */
    public State stateWords() {
        return State.ofOrganisation(state);
    }
}
