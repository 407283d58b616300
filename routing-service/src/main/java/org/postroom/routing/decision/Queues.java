package org.postroom.routing.decision;

import org.jspecify.annotations.Nullable;
import org.postroom.routing.acd.Dispatcher;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.id.QueueId;

/** The configured queues. */
final class Queues extends Slice<QueueId, Queue> {

    private final Dispatcher dispatcher;

    Queues(Dispatcher dispatcher) {
        super(EntityKind.QUEUE, Queue.class, QueueId::new);
        this.dispatcher = dispatcher;
    }

    @Override
    void follow(QueueId id, @Nullable Queue before, @Nullable Queue after) {
        if (after == null) {
            dispatcher.remove(id);
        } else {
            dispatcher.configure(after);
        }
    }
}
