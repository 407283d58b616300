package org.postroom.console.administration.organisation.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.organisation.OrganisationEntry;

/**
 * An organisation as the form sends it.
 *
 * @param name the name
 * @param accountName the DNS label of its system domain
 * @param defaultLanguage the language of mail that says none
 * @param timeZone the zone that its hours are meant in
 * @param administratorId the sign-in of its first administrator; only for a new one
 * @param administratorName the first administrator's name
 * @param version the version that the form was made from
 */
record OrganisationForm(
        @Nullable String name,
        @Nullable String accountName,
        @Nullable String defaultLanguage,
        @Nullable String timeZone,
        @Nullable String administratorId,
        @Nullable String administratorName,
        @Nullable Long version) {

    /** What the service takes. */
    Wish wish() {
        @Nullable String userId = text(administratorId);
        return new Wish(
                text(name),
                text(accountName),
                text(defaultLanguage),
                text(timeZone),
                userId == null ? null : new FirstAdministrator(userId, text(administratorName)),
                version);
    }

    /** The same as a page shows it again. */
    OrganisationEntry shown(@Nullable String id, @Nullable OrganisationEntry stored) {
        return new OrganisationEntry(
                id,
                name,
                accountName,
                defaultLanguage,
                timeZone,
                stored == null ? null : stored.state(),
                stored == null ? null : stored.suspendedReason(),
                stored == null ? null : stored.createdAt(),
                stored == null ? version : stored.version());
    }

    private static @Nullable String text(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    /** An organisation in the words of domain-service. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wish(
            @Nullable String name,
            @Nullable String accountName,
            @Nullable String defaultLanguage,
            @Nullable String timeZone,
            @Nullable FirstAdministrator firstAdministrator,
            @Nullable Long version) {}

    /** Who administers it from the beginning. */
    record FirstAdministrator(String userId, @Nullable String displayName) {}
}
