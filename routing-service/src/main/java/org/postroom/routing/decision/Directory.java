package org.postroom.routing.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.flow.World;
import org.postroom.routing.acd.Dispatcher;
import org.postroom.routing.acd.Practice;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.Flow;
import org.postroom.routing.directory.MailRules;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.directory.SkillEvaluation;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.FlowId;
import org.postroom.routing.id.QueueId;

/** What the organisation's administrators configured, and where its addresses send their mail. */
final class Directory {

    private final Addresses addresses = new Addresses();
    private final Flows flows = new Flows();
    private final StandingMailRules mailRules = new StandingMailRules();
    private final Practice practice;
    private final Queues queues;
    private final Agents agents;

    Directory(Dispatcher dispatcher, Practice practice) {
        this.practice = practice;
        queues = new Queues(dispatcher);
        agents = new Agents(dispatcher);
    }

    @Nullable
    Address address(AddressId addressId) {
        return addresses.get(addressId);
    }

    @Nullable
    Queue queue(QueueId queueId) {
        return queues.get(queueId);
    }

    /** The flow as it is run. */
    World.Called runnable(FlowId flowId) {
        return flows.runnable(flowId);
    }

    /** Forgets which flows decide on spam, until the addresses are configured again. */
    void forgetSpamFlows() {
        addresses.forgetSpamFlows();
    }

    @Nullable
    Flow flow(FlowId flowId) {
        return flows.get(flowId);
    }

    MailRules mailRules() {
        return mailRules.current();
    }

    void put(MailRules rules) {
        mailRules.put(rules);
    }

    boolean has(QueueId queueId) {
        return queues.contains(queueId);
    }

    boolean has(AgentId agentId) {
        return agents.contains(agentId);
    }

    @Nullable
    AgentProfile agent(AgentId agentId) {
        return agents.get(agentId);
    }

    boolean isOwn(EmailAddress address) {
        return addresses.isOwn(address);
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
        return requirementIn(new Requirement(queueId, address.skills(), address.language()));
    }

    /** What of a requirement its queue asks for. */
    Requirement requirementIn(Requirement asked) {
        var queueId = asked.queueId();
        return switch (evaluationIn(queueId)) {
            case ALL_SKILLS -> asked;
            case BEST_AVAILABLE_SKILLS -> practice.obeysBestAvailableSkills() ? asked.atAnyLevel() : asked;
            case DISREGARD_SKILLS -> new Requirement(queueId, List.of(), null);
        };
    }

    private SkillEvaluation evaluationIn(QueueId queueId) {
        var queue = queues.get(queueId);
        return queue == null ? SkillEvaluation.ALL_SKILLS : queue.evaluation();
    }

    void put(Address address) {
        addresses.put(address.addressId(), address);
    }

    void remove(AddressId addressId) {
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

    /** What it is made of; the queues come before the agents, who are asked for their membership. */
    List<Slice<?, ?>> slices() {
        return List.of(addresses, flows, queues, agents, mailRules);
    }
}
