package org.postroom.domain.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postroom.domain.address.Address;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryStore;
import org.postroom.domain.interaction.Interactions;
import org.postroom.domain.queue.Queue;
import org.postroom.runtime.problem.ConflictException;
import org.postroom.runtime.security.SignedInUser;

/**
 * Removes a queue. Routing lets its open work wait where the address of each sends mail now; so a queue stays while it has work of
 * addresses that send mail nowhere any more, which nobody would be offered.
 */
public final class QueueRemovals {

    private final Directory<Queue> queues;
    private final Directory<Address> addresses;
    private final EntryStore store;
    private final Interactions interactions;
    private final Changes changes;

    /** Takes what is removed, and what is asked before. */
    public QueueRemovals(
            Directory<Queue> queues,
            Directory<Address> addresses,
            EntryStore store,
            Interactions interactions,
            Changes changes) {
        this.queues = queues;
        this.addresses = addresses;
        this.store = store;
        this.interactions = interactions;
        this.changes = changes;
    }

    /**
     * Tells what removing a queue would do.
     *
     * @throws org.postroom.runtime.problem.NotFoundException where there is no such queue
     */
    public Removal preview(SignedInUser user, String id) {
        String name = queues.get(user, id).value().label();
        Map<String, Integer> open = interactions.openInQueue(user.organisationId(), id);
        int all = open.values().stream().mapToInt(Integer::intValue).sum();
        List<String> consequences = new ArrayList<>();
        if (all > 0) {
            consequences.add("%s of %s wait where their addresses send mail now."
                    .formatted(DomainRemovals.counted(all, "open interaction", "open interactions"), name));
        }
        consequences.add("Its members stay agents, and its wrap-up codes stay.");
        return new Removal(name, List.of(), all, obstacles(user, id, open), consequences);
    }

    /**
     * Removes a queue, with open work or not.
     *
     * @throws org.postroom.runtime.problem.NotFoundException where there is no such queue
     * @throws ConflictException where addresses or flows need it, or it has open work that may not lose its place
     */
    public void remove(SignedInUser user, String id) {
        changes.inOrganisation(user.organisationId(), () -> {
            preview(user, id).checkPossible(true);
            queues.remove(user, id);
            return id;
        });
    }

    private List<String> obstacles(SignedInUser user, String id, Map<String, Integer> open) {
        List<String> obstacles = new ArrayList<>();
        List<String> users = store.users(user.organisationId(), Queue.KIND, id);
        if (!users.isEmpty()) {
            obstacles.add(
                    "expected a queue that nothing uses, but it is used by %s.".formatted(String.join(", ", users)));
        }
        int stranded = open.entrySet().stream()
                .filter(of -> !receives(user, of.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
        if (stranded > 0) {
            obstacles.add(
                    "expected open interactions whose addresses send mail to another queue, but %d are of addresses that take no more mail; close them first."
                            .formatted(stranded));
        }
        return obstacles;
    }

    private boolean receives(SignedInUser user, String addressId) {
        Optional<Address> address = addresses.find(user, addressId).map(Entry::value);
        return address.filter(present -> present.route().receives()).isPresent();
    }
}
