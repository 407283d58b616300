package org.postroom.domain.queue.http;

import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.EntryController;
import org.postroom.domain.queue.Queue;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The queues of the caller's organisation. */
@RestController
@RequestMapping(QueueController.PATH)
@PreAuthorize("hasAuthority('directory:manage')")
class QueueController extends EntryController<Queue, QueueJson> {

    static final String PATH = "/api/queues";

    private final Directory<Queue> queues;

    QueueController(Directory<Queue> queues) {
        super(queues, QueueJson::of);
        this.queues = queues;
    }

    @PostMapping
    ResponseEntity<QueueJson> create(SignedInUser user, @RequestBody QueueJson queue) {
        return created(PATH, queues.create(user, queue.toQueue()));
    }

    @PutMapping("/{id}")
    QueueJson replace(SignedInUser user, @PathVariable String id, @RequestBody QueueJson queue) {
        return shown(queues.replace(user, id, versionOf(queue.version()), queue.toQueue()));
    }
}
