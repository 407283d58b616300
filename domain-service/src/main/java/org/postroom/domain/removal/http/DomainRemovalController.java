package org.postroom.domain.removal.http;

import java.util.List;
import org.postroom.domain.removal.DomainRemovals;
import org.postroom.domain.removal.Removal;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a mail domain of the caller's organisation goes, with its addresses. */
@RestController
@RequestMapping("/api/domains/{id}")
@PreAuthorize("hasAuthority('routing:email:manage')")
class DomainRemovalController {

    private final DomainRemovals removals;

    DomainRemovalController(DomainRemovals removals) {
        this.removals = removals;
    }

    /**
     * What removing a domain would do.
     *
     * @param name its name, which confirms the removal
     * @param addresses the addresses that go with it
     * @param openInteractions how many interactions of these addresses are open
     * @param obstacles why it cannot be removed now
     * @param consequences what stops working
     */
    record DomainRemovalJson(
            String name,
            List<String> addresses,
            int openInteractions,
            List<String> obstacles,
            List<String> consequences) {}

    /** Tells what removing the domain would do. */
    @GetMapping("/removal")
    DomainRemovalJson preview(SignedInUser user, @PathVariable String id) {
        Removal removal = removals.preview(user, id);
        return new DomainRemovalJson(
                removal.name(),
                removal.addresses(),
                removal.openInteractions(),
                removal.obstacles(),
                removal.consequences());
    }

    /** Removes the domain with its addresses; the name confirms it. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            SignedInUser user,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean despiteOpenInteractions) {
        removals.remove(user, id, name, despiteOpenInteractions);
    }
}
