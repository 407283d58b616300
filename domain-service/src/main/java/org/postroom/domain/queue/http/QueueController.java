package org.postroom.domain.queue.http;

import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.http.DirectoryController;
import org.postroom.domain.queue.Queue;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The queues of the caller's organisation. */
@RestController
@RequestMapping(QueueController.PATH)
class QueueController extends DirectoryController<Queue, QueueJson> {

    static final String PATH = "/api/queues";

    QueueController(Directory<Queue> queues, QueueForm form) {
        super(PATH, queues, form);
    }
}
