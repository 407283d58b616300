package org.postroom.domain.organisation.http;

import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.organisation.Organisation;
import org.postroom.domain.organisation.OrganisationId;
import org.postroom.domain.organisation.Organisations;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The organisations of the installation, for its operator. */
@RestController
@RequestMapping("/api/organisations/{organisationId}")
@PreAuthorize("hasAuthority('installation:operate')")
class OrganisationController {

    private final Organisations organisations;

    OrganisationController(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping
    OrganisationJson one(@PathVariable String organisationId) {
        return OrganisationJson.of(organisations.get(identifier(organisationId)));
    }

    /** Creates the organisation; the same request once more changes nothing. */
    @PutMapping
    OrganisationJson create(@PathVariable String organisationId, @RequestBody OrganisationJson json) {
        Organisation organisation = json.toOrganisation(identifier(organisationId));
        organisations.create(organisation);
        return OrganisationJson.of(organisation);
    }

    private static OrganisationId identifier(String organisationId) {
        var fields = new Fields();
        var read = fields.required("organisationId", organisationId, OrganisationId::new);
        return fields.whole(read::get);
    }
}
