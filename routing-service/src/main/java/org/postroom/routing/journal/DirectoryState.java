package org.postroom.routing.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.QueueId;

/** What the organisation's administrators configured, and where its addresses send their mail. */
final class DirectoryState {

    private final Entities<AddressId, Address> addresses = new Entities<>(EntityKind.ADDRESS);
    private final Entities<QueueId, Queue> queues = new Entities<>(EntityKind.QUEUE);
    private final Entities<FlowId, Flow> flows = new Entities<>(EntityKind.FLOW);
    private final Entities<AgentId, AgentProfile> agents = new Entities<>(EntityKind.AGENT);
    private final Map<EmailAddress, Integer> ownAddresses = new HashMap<>();

    @Nullable
    Address address(AddressId addressId) {
        return addresses.get(addressId);
    }

    @Nullable
    Queue queue(QueueId queueId) {
        return queues.get(queueId);
    }

    @Nullable
    Flow flow(FlowId flowId) {
        return flows.get(flowId);
    }

    boolean has(QueueId queueId) {
        return queues.contains(queueId);
    }

    boolean has(AgentId agentId) {
        return agents.contains(agentId);
    }

    boolean isOwn(EmailAddress address) {
        return ownAddresses.containsKey(address);
    }

    /** The queue that an address sends its mail to, which may be gone; null for an address that only sends. */
    @Nullable
    QueueId queueOf(Address address) {
        if (address.flowId() == null) {
            return address.queueId();
        }
        var flow = flows.get(address.flowId());
        return flow == null ? null : flow.fallbackQueueId();
    }

    /** What an agent must have to be offered mail of an address; null where its mail has no queue to go to. */
    @Nullable
    Requirement requirementOf(Address address) {
        var queueId = queueOf(address);
        if (queueId == null) {
            return null;
        }
        var queue = queues.get(queueId);
        return queue != null && queue.disregardsSkills()
                ? new Requirement(queueId, List.of(), null)
                : new Requirement(queueId, address.skills(), address.language());
    }

    void put(Address address) {
        countOwnAddresses(addresses.get(address.addressId()), -1);
        addresses.put(address.addressId(), address);
        countOwnAddresses(address, 1);
    }

    void remove(AddressId addressId) {
        countOwnAddresses(addresses.get(addressId), -1);
        addresses.remove(addressId);
    }

    void put(Queue queue) {
        queues.put(queue.queueId(), queue);
    }

    void remove(QueueId queueId) {
        queues.remove(queueId);
    }

    void put(Flow flow) {
        flows.put(flow.flowId(), flow);
    }

    void remove(FlowId flowId) {
        flows.remove(flowId);
    }

    void put(AgentProfile agent) {
        agents.put(agent.agentId(), agent);
    }

    void remove(AgentId agentId) {
        agents.remove(agentId);
    }

    /** Puts a stored entity back; false where it is none of these. */
    boolean restore(@Nullable Object entity) {
        switch (entity) {
            case Address address -> {
                addresses.restore(address.addressId(), address);
                countOwnAddresses(address, 1);
            }
            case Queue queue -> queues.restore(queue.queueId(), queue);
            case Flow flow -> flows.restore(flow.flowId(), flow);
            case AgentProfile agent -> agents.restore(agent.agentId(), agent);
            case null, default -> {
                return false;
            }
        }
        return true;
    }

    /** Gives every queue to the one, every agent to the other. */
    void tell(Consumer<Queue> ofQueues, Consumer<AgentProfile> ofAgents) {
        queues.all().forEach(ofQueues);
        agents.all().forEach(ofAgents);
    }

    void forEachKind(Consumer<Entities<?, ?>> action) {
        List.of(addresses, queues, flows, agents).forEach(action);
    }

    private void countOwnAddresses(@Nullable Address address, int difference) {
        if (address == null) {
            return;
        }
        for (var own : address.ownAddresses()) {
            ownAddresses.merge(own, difference, (count, change) -> count + change == 0 ? null : count + change);
        }
    }
}
