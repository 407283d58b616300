package org.postroom.domain.removal.http;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.postroom.domain.directory.http.Fields;
import org.postroom.domain.removal.OrganisationRemovals;
import org.postroom.runtime.id.OrganisationId;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How an organisation goes, with all that it owns: decided by the installation's operator. */
@RestController
@RequestMapping("/api/organisations/{organisationId}")
@PreAuthorize("hasAuthority('installation:operate')")
class OrganisationRemovalController {

    private final OrganisationRemovals removals;

    OrganisationRemovalController(OrganisationRemovals removals) {
        this.removals = removals;
    }

    /**
     * What removing an organisation would do.
     *
     * @param accountName its account name, which confirms the removal
     * @param counts how many entries of each kind would go
     * @param openInteractions how many of its interactions are open
     * @param obstacles why it cannot be removed now
     * @param consequences what stops working
     */
    record OrganisationRemovalJson(
            String accountName,
            Map<String, Integer> counts,
            int openInteractions,
            List<String> obstacles,
            List<String> consequences) {}

    /** Tells what removing the organisation would do. */
    @GetMapping("/removal")
    OrganisationRemovalJson preview(@PathVariable String organisationId) {
        var preview = removals.preview(identifier(organisationId));
        return new OrganisationRemovalJson(
                preview.removal().name(),
                preview.counts(),
                preview.removal().openInteractions(),
                preview.removal().obstacles(),
                preview.removal().consequences());
    }

    /** Removes the suspended organisation with all that it owns; its account name confirms it. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            Principal operator,
            @PathVariable String organisationId,
            @RequestParam(defaultValue = "") String accountName,
            @RequestParam(defaultValue = "false") boolean despiteOpenInteractions) {
        removals.remove(identifier(organisationId), accountName, despiteOpenInteractions, operator.getName());
    }

    private static OrganisationId identifier(String organisationId) {
        var fields = new Fields();
        var read = fields.required("organisationId", organisationId, OrganisationId::new);
        return fields.whole(read::get);
    }
}
