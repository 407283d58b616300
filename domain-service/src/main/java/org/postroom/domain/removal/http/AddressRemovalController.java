package org.postroom.domain.removal.http;

import org.postroom.domain.removal.AddressRemovals;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How an address of the caller's organisation goes, which may have open interactions. */
@RestController
@RequestMapping("/api/addresses/{id}")
@PreAuthorize("hasAuthority('routing:email:manage')")
class AddressRemovalController {

    private final AddressRemovals removals;

    AddressRemovalController(AddressRemovals removals) {
        this.removals = removals;
    }

    /** Tells what removing the address would do. */
    @GetMapping("/removal")
    EntryRemovalJson preview(SignedInUser user, @PathVariable String id) {
        return EntryRemovalJson.of(removals.preview(user, id));
    }

    /** Removes the address; where interactions of it are open it goes once they are closed. {@code confirmed} says that this is wanted. */
    @DeleteMapping(params = "confirmed=true")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(SignedInUser user, @PathVariable String id) {
        removals.remove(user, id);
    }
}
