package org.postroom.domain.organisation.http;

import org.jspecify.annotations.Nullable;
import org.postroom.domain.organisation.Organisations;
import org.postroom.domain.organisation.RegisteredOrganisation;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own organisation, for anyone who belongs to it, even while it is suspended. */
@RestController
class OwnOrganisationController {

    static final String PATH = "/api/organisation";

    private final Organisations organisations;

    OwnOrganisationController(Organisations organisations) {
        this.organisations = organisations;
    }

    /**
     * An organisation as its own users see it.
     *
     * @param id the identifier
     * @param name its name as people write it
     * @param accountName its short name
     * @param defaultLanguage a BCP 47 tag
     * @param timeZone an IANA name
     * @param state ACTIVE or SUSPENDED
     * @param suspendedReason why it is suspended; absent where it is not
     * @param systemDomainName the name of its system domain; absent where that was removed
     */
    record OwnOrganisationJson(
            String id,
            String name,
            String accountName,
            String defaultLanguage,
            String timeZone,
            String state,
            @Nullable String suspendedReason,
            @Nullable String systemDomainName) {}

    /** The caller's own organisation. */
    @GetMapping(PATH)
    OwnOrganisationJson own(SignedInUser user) {
        var id = new OrganisationId(user.organisationId());
        RegisteredOrganisation own = organisations.get(id);
        var organisation = own.organisation();
        return new OwnOrganisationJson(
                id.value(),
                organisation.name().value(),
                organisation.accountName().value(),
                organisation.defaultLanguage().value(),
                organisation.timeZone().getId(),
                own.isSuspended() ? "SUSPENDED" : "ACTIVE",
                OrganisationJson.suspendedReason(own),
                organisations.systemDomain(id).orElse(null));
    }
}
