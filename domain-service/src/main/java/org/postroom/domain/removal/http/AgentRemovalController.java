package org.postroom.domain.removal.http;

import org.postroom.domain.removal.AgentRemovals;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How an agent of the caller's organisation goes, who may be a member of queues. */
@RestController
@RequestMapping("/api/agents/{id}")
@PreAuthorize("hasAuthority('directory:manage')")
class AgentRemovalController {

    private final AgentRemovals removals;

    AgentRemovalController(AgentRemovals removals) {
        this.removals = removals;
    }

    /** Tells what removing the agent would do. */
    @GetMapping("/removal")
    EntryRemovalJson preview(SignedInUser user, @PathVariable String id) {
        return EntryRemovalJson.of(removals.preview(user, id));
    }

    /** Removes the agent, and takes the agent out of all queues: {@code confirmed} says that this is wanted. */
    @DeleteMapping(params = "confirmed=true")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(SignedInUser user, @PathVariable String id) {
        removals.remove(user, id);
    }
}
