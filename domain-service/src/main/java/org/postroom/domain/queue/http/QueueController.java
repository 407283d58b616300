package org.postroom.domain.queue.http;

import java.net.URI;
import java.util.List;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.queue.Queue;
import org.postroom.runtime.security.SignedInUser;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The queues of the caller's organisation. */
@RestController
@RequestMapping(QueueController.PATH)
@PreAuthorize("hasAuthority('directory:manage')")
class QueueController {

    static final String PATH = "/api/queues";

    private final Directory<Queue> queues;

    QueueController(Directory<Queue> queues) {
        this.queues = queues;
    }

    @GetMapping
    List<QueueJson> all(SignedInUser user) {
        return queues.all(user).stream().map(QueueJson::of).toList();
    }

    @GetMapping("/{id}")
    QueueJson one(SignedInUser user, @PathVariable String id) {
        return QueueJson.of(queues.get(user, id));
    }

    @PostMapping
    ResponseEntity<QueueJson> create(SignedInUser user, @RequestBody QueueJson queue) {
        var created = queues.create(user, queue.toQueue());
        return ResponseEntity.created(URI.create(PATH + "/" + created.id())).body(QueueJson.of(created));
    }

    @PutMapping("/{id}")
    QueueJson replace(SignedInUser user, @PathVariable String id, @RequestBody QueueJson queue) {
        return QueueJson.of(queues.replace(user, id, queue.versionToReplace(), queue.toQueue()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(SignedInUser user, @PathVariable String id) {
        queues.remove(user, id);
    }
}
