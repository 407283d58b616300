package org.postroom.domain.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.postroom.domain.agent.Agent;
import org.postroom.domain.agent.Agents;
import org.postroom.domain.directory.Changes;
import org.postroom.domain.directory.Directory;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.Id;
import org.postroom.domain.queue.Queue;
import org.postroom.runtime.security.SignedInUser;

/** Removes an agent, who leaves the queues with it. */
public final class AgentRemovals {

    private final Agents agents;
    private final Directory<Agent> directory;
    private final Directory<Queue> queues;
    private final Changes changes;

    /** Takes what is removed, and where it is left. */
    public AgentRemovals(Agents agents, Directory<Agent> directory, Directory<Queue> queues, Changes changes) {
        this.agents = agents;
        this.directory = directory;
        this.queues = queues;
        this.changes = changes;
    }

    /**
     * Tells what removing an agent would do.
     *
     * @throws org.postroom.runtime.problem.NotFoundException where there is no such agent
     */
    public Removal preview(SignedInUser user, String id) {
        String name = directory.get(user, id).value().displayName().value();
        List<String> consequences = new ArrayList<>();
        List<Entry<Queue>> left = queuesOf(user, new Id<Agent>(id));
        if (!left.isEmpty()) {
            consequences.add("%s leaves %s: %s."
                    .formatted(
                            name,
                            DomainRemovals.counted(left.size(), "queue", "queues"),
                            left.stream()
                                    .map(queue -> queue.value().name().value())
                                    .collect(Collectors.joining(", "))));
        }
        consequences.add("What %s has in hand goes back to its queue, in the place that it had there.".formatted(name));
        consequences.add("Roles that were given to %s here are gone; the sign-in itself stays.".formatted(name));
        return new Removal(name, List.of(), 0, List.of(), consequences);
    }

    /**
     * Removes an agent, and takes the agent out of all queues before.
     *
     * @throws org.postroom.runtime.problem.NotFoundException where there is no such agent
     * @throws org.postroom.runtime.problem.ConflictException where nobody would be left who may give permissions
     */
    public void remove(SignedInUser user, String id) {
        changes.inOrganisation(user.organisationId(), () -> {
            directory.get(user, id);
            var leaving = new Id<Agent>(id);
            for (Entry<Queue> queue : queuesOf(user, leaving)) {
                queues.replace(user, queue.id(), queue.version(), queue.value().without(leaving));
            }
            agents.remove(user, id);
            return id;
        });
    }

    private List<Entry<Queue>> queuesOf(SignedInUser user, Id<Agent> agent) {
        return queues.all(user).stream()
                .filter(queue -> queue.value().members().contains(agent))
                .toList();
    }
}
