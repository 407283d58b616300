package org.postroom.domain.organisation.http;

import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.organisation.Organisation;
import org.postroom.domain.organisation.OrganisationState.SuspensionReason;
import org.postroom.domain.organisation.Organisations;
import org.postroom.runtime.id.OrganisationId;
import org.postroom.runtime.page.PageQuery;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The organisations of the installation, for its operator. */
@RestController
@RequestMapping("/api/organisations")
@PreAuthorize("hasAuthority('installation:operate')")
class OrganisationController {

    private final Organisations organisations;

    OrganisationController(Organisations organisations) {
        this.organisations = organisations;
    }

    /**
     * Why an organisation is suspended.
     *
     * @param reason the reason, in words for its users
     */
    record SuspensionJson(@Nullable String reason) {}

    /** All organisations, in the order of their names. */
    @GetMapping
    ResponseEntity<List<OrganisationJson>> all(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = PageQuery.DEFAULT_LIMIT) int limit) {
        var query = new PageQuery(after, limit);
        return query.answer(
                "/api/organisations",
                organisations.some(after, query.oneMore()),
                organisation -> organisation.id().value(),
                OrganisationJson::of);
    }

    /** One organisation. */
    @GetMapping("/{organisationId}")
    OrganisationJson one(@PathVariable String organisationId) {
        return OrganisationJson.of(organisations.get(identifier(organisationId)));
    }

    /**
     * Creates the organisation with its system domain, its default roles and its first administrator, or changes what it
     * is called; a change names the version that was read. The same request once more changes nothing.
     */
    @PutMapping("/{organisationId}")
    OrganisationJson put(Principal operator, @PathVariable String organisationId, @RequestBody OrganisationJson json) {
        var wanted = json.toWanted(organisationId);
        return OrganisationJson.of(
                organisations.put(wanted.organisation(), json.version(), wanted.administrator(), operator.getName()));
    }

    /** Suspends the organisation: its mail is deferred, its replies wait, its users are turned away; nothing is lost. */
    @PostMapping("/{organisationId}/suspension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void suspend(Principal operator, @PathVariable String organisationId, @RequestBody SuspensionJson suspension) {
        var fields = new Fields();
        var reason = fields.required("reason", suspension.reason(), SuspensionReason::new);
        organisations.suspend(identifier(organisationId), fields.whole(reason::get), operator.getName());
    }

    /** Lets the organisation be used again. */
    @DeleteMapping("/{organisationId}/suspension")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(Principal operator, @PathVariable String organisationId) {
        organisations.resume(identifier(organisationId), operator.getName());
    }

    private static OrganisationId identifier(String organisationId) {
        var fields = new Fields();
        var read = fields.required("organisationId", organisationId, Organisation::identifier);
        return fields.whole(read::get);
    }
}
