package org.postroom.domain.organisation.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.LanguageTag;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.directory.http.Given;
import org.postroom.domain.organisation.AccountName;
import org.postroom.domain.organisation.Organisation;
import org.postroom.domain.organisation.OrganisationState;
import org.postroom.domain.organisation.Organisations.FirstAdministrator;
import org.postroom.domain.organisation.RegisteredOrganisation;

/**
 * An organisation in JSON, the same in requests and answers.
 *
 * @param id the identifier; ignored in requests, where the path says it
 * @param version the version; in a change, the one that was read; absent to create
 * @param name its name as people write it
 * @param accountName its short name: a DNS label
 * @param defaultLanguage a BCP 47 tag
 * @param timeZone an IANA name
 * @param firstAdministrator who administers it at first; only heard when it is created, absent from answers
 * @param state ACTIVE or SUSPENDED; ignored in requests
 * @param suspendedReason why it is suspended; absent where it is not; ignored in requests
 * @param createdAt when it was created; ignored in requests
 */
record OrganisationJson(
        @Nullable String id,
        @Nullable Long version,
        @Nullable String name,
        @Nullable String accountName,
        @Nullable String defaultLanguage,
        @Nullable String timeZone,
        @Nullable AdministratorJson firstAdministrator,
        @Nullable String state,
        @Nullable String suspendedReason,
        @Nullable Instant createdAt) {

    /**
     * Who administers a new organisation before anybody else can.
     *
     * @param userId the subject of their sign-in
     * @param displayName the name that others see
     */
    record AdministratorJson(
            @Nullable String userId, @Nullable String displayName) {}

    /** What a request says, in typed values. */
    record Wanted(Organisation organisation, @Nullable FirstAdministrator administrator) {}

    static OrganisationJson of(RegisteredOrganisation registered) {
        Organisation organisation = registered.organisation();
        return new OrganisationJson(
                organisation.id().value(),
                registered.version(),
                organisation.name().value(),
                organisation.accountName().value(),
                organisation.defaultLanguage().value(),
                organisation.timeZone().getId(),
                null,
                registered.isSuspended() ? "SUSPENDED" : "ACTIVE",
                suspendedReason(registered),
                registered.createdAt());
    }

    static @Nullable String suspendedReason(RegisteredOrganisation registered) {
        return registered.state() instanceof OrganisationState.Suspended suspended
                ? suspended.reason().value()
                : null;
    }

    Wanted toWanted(String organisationId) {
        var fields = new Fields();
        var identifier = fields.required("organisationId", organisationId, Organisation::identifier);
        var givenName = fields.required("name", name, Name::new);
        var account = fields.required("accountName", accountName, AccountName::new);
        var language = fields.required("defaultLanguage", defaultLanguage, LanguageTag::new);
        var zone = fields.required("timeZone", timeZone, Organisation::timeZone);
        var administrator = firstAdministrator == null ? null : administrator(fields, firstAdministrator);
        return fields.whole(() -> new Wanted(
                new Organisation(identifier.get(), givenName.get(), account.get(), language.get(), zone.get()),
                administrator == null ? null : administrator.get()));
    }

    private static Given<FirstAdministrator> administrator(Fields fields, AdministratorJson json) {
        var displayName = fields.required("firstAdministrator.displayName", json.displayName(), Name::new);
        return fields.required(
                "firstAdministrator.userId", json.userId(), user -> new FirstAdministrator(user, displayName.get()));
    }
}
