package org.postroom.domain.removal.http;

import org.postroom.domain.removal.QueueRemovals;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a queue of the caller's organisation goes, in which work may wait. */
@RestController
@RequestMapping("/api/queues/{id}")
@PreAuthorize("hasAuthority('directory:manage')")
class QueueRemovalController {

    private final QueueRemovals removals;

    QueueRemovalController(QueueRemovals removals) {
        this.removals = removals;
    }

    /** Tells what removing the queue would do. */
    @GetMapping("/removal")
    EntryRemovalJson preview(SignedInUser user, @PathVariable String id) {
        return EntryRemovalJson.of(removals.preview(user, id));
    }

    /** Removes the queue although interactions of it are open: {@code confirmed} says that this is wanted. */
    @DeleteMapping(params = "confirmed=true")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(SignedInUser user, @PathVariable String id) {
        removals.remove(user, id);
    }
}
