package org.postroom.domain.queue;

import java.util.Map;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entries;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.interaction.Interactions;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.security.SignedInUser;

/** Adds, changes and removes queues; one in which work is open goes only where that was confirmed. */
final class Queues implements Entries<Queue> {

    private final Directory<Queue> directory;
    private final Interactions interactions;
    private final Changes changes;

    Queues(Directory<Queue> directory, Interactions interactions, Changes changes) {
        this.directory = directory;
        this.interactions = interactions;
        this.changes = changes;
    }

    @Override
    public Entry<Queue> create(SignedInUser user, Queue value) {
        return directory.create(user, value);
    }

    @Override
    public Entry<Queue> replace(SignedInUser user, String id, long version, Queue value) {
        return directory.replace(user, id, version, value);
    }

    @Override
    public void remove(SignedInUser user, String id) {
        changes.inOrganisation(user.organisationId(), () -> {
            String name = directory.get(user, id).value().label();
            Map<String, Integer> open = interactions.openInQueue(user.organisationId(), id);
            if (!open.isEmpty()) {
                throw new ConflictException(
                        "expected no open interactions of the queue %s, but %d are open; its removal must be confirmed"
                                .formatted(
                                        name,
                                        open.values().stream()
                                                .mapToInt(Integer::intValue)
                                                .sum()));
            }
            directory.remove(user, id);
            return id;
        });
    }
}
