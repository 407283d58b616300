package org.postroom.domain.organisation;

import java.time.DateTimeException;
import java.time.ZoneId;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.LanguageTag;
import org.postroom.domain.directory.Name;
import org.postroom.runtime.id.OrganisationId;

/**
 * A tenant of the installation: the owner of everything else, and the unit of order.
 *
 * @param id the identifier
 * @param name its name as people write it
 * @param accountName its short name, alone in the installation
 * @param defaultLanguage the language used where nothing else says one
 * @param timeZone the time zone used where nothing else says one
 */
public record Organisation(
        OrganisationId id, Name name, AccountName accountName, LanguageTag defaultLanguage, ZoneId timeZone) {

    /**
     * Reads the identifier of an organisation.
     *
     * @throws IllegalArgumentException where no organisation may have it
     */
    public static OrganisationId identifier(String text) {
        return new OrganisationId(Id.checked(text));
    }

    /**
     * Reads the IANA name of a time zone.
     *
     * @throws IllegalArgumentException where there is no such time zone
     */
    public static ZoneId timeZone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "expected the IANA name of a time zone, such as Europe/Berlin, but got \"" + name + "\"", unknown);
        }
    }
}
