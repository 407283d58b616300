package org.postroom.domain.organisation.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.language.LanguageTag;
import org.postroom.domain.organisation.AccountName;
import org.postroom.domain.organisation.Organisation;
import org.postroom.domain.organisation.OrganisationId;

/**
 * An organisation in JSON, the same in requests and answers.
 *
 * @param id the identifier; ignored in requests, where the path says it
 * @param name its name as people write it
 * @param accountName its short name: a DNS label
 * @param defaultLanguage a BCP 47 tag
 * @param timeZone an IANA name
 */
record OrganisationJson(
        @Nullable String id,
        @Nullable String name,
        @Nullable String accountName,
        @Nullable String defaultLanguage,
        @Nullable String timeZone) {

    static OrganisationJson of(Organisation organisation) {
        return new OrganisationJson(
                organisation.id().value(),
                organisation.name().value(),
                organisation.accountName().value(),
                organisation.defaultLanguage().value(),
                organisation.timeZone().getId());
    }

    Organisation toOrganisation(OrganisationId organisationId) {
        var fields = new Fields();
        var givenName = fields.required("name", name, Name::new);
        var account = fields.required("accountName", accountName, AccountName::new);
        var language = fields.required("defaultLanguage", defaultLanguage, LanguageTag::new);
        var zone = fields.required("timeZone", timeZone, Organisation::timeZone);
        return fields.whole(
                () -> new Organisation(organisationId, givenName.get(), account.get(), language.get(), zone.get()));
    }
}
