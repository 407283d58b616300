package org.postroom.domain.organisation.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.Name;
import org.postroom.domain.directory.http.Field;
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
        return new Organisation(
                organisationId,
                Field.required("name", name, Name::new),
                Field.required("accountName", accountName, AccountName::new),
                Field.required("defaultLanguage", defaultLanguage, LanguageTag::new),
                Field.required("timeZone", timeZone, Organisation::timeZone));
    }
}
