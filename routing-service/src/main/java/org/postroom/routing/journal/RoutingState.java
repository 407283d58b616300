package org.postroom.routing.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.acd.Dispatcher;
import org.postroom.routing.acd.WaitingItem;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.directory.Address;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.EmailAddress;
import org.postroom.routing.directory.Queue;
import org.postroom.routing.id.AddressId;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.CommandId;
import org.postroom.routing.id.ConversationId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.id.QueueId;
import org.postroom.routing.interaction.Closed;
import org.postroom.routing.interaction.Handling;
import org.postroom.routing.interaction.Interaction;
import org.postroom.routing.interaction.Offered;
import org.postroom.routing.interaction.Waiting;
import org.postroom.routing.presence.AgentPresence;

/**
 * All that routing knows of one organisation: the entities, which are stored, and what follows from them (the waiting
 * list, who holds what, the timers), which is kept in step by the methods here and rebuilt after a restart.
 */
final class RoutingState {

    private final Entities<AddressId, Address> addresses = new Entities<>(EntityKind.ADDRESS);
    private final Entities<QueueId, Queue> queues = new Entities<>(EntityKind.QUEUE);
    private final Entities<AgentId, AgentProfile> agents = new Entities<>(EntityKind.AGENT);
    private final Entities<AgentId, AgentPresence> presences = new Entities<>(EntityKind.PRESENCE);
    private final Entities<InteractionId, Interaction> interactions = new Entities<>(EntityKind.INTERACTION);
    private final Entities<EmailId, Decided> emails = new Entities<>(EntityKind.DECIDED_EMAIL);
    private final Entities<CommandId, Decided> commands = new Entities<>(EntityKind.DECIDED_COMMAND);
    private final ConversationIndex conversations;

    private final Dispatcher dispatcher = new Dispatcher();
    private final NavigableSet<OfferTimer> timers = new TreeSet<>();
    private final Map<AgentId, Set<InteractionId>> held = new HashMap<>();
    private final Map<EmailAddress, Integer> ownAddresses = new HashMap<>();

    private final RoutingPolicy policy;
    private final Memory<EmailId> emailMemory;
    private final Memory<CommandId> commandMemory;
    private final Memory<InteractionId> interactionMemory;
    private final Memory<ConversationId> conversationMemory;

    RoutingState(RoutingPolicy policy) {
        this.policy = policy;
        conversations = new ConversationIndex(policy.threadingWindow());
        emailMemory = new Memory<>(policy.repeatWindow());
        commandMemory = new Memory<>(policy.repeatWindow());
        interactionMemory = new Memory<>(policy.repeatWindow());
        conversationMemory = new Memory<>(policy.threadingWindow());
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    ConversationIndex conversations() {
        return conversations;
    }

    // --- what the administrator configured

    @Nullable
    Address address(AddressId addressId) {
        return addresses.get(addressId);
    }

    @Nullable
    Queue queue(QueueId queueId) {
        return queues.get(queueId);
    }

    boolean hasAgent(AgentId agentId) {
        return agents.contains(agentId);
    }

    boolean isOwn(EmailAddress address) {
        return ownAddresses.containsKey(address);
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
        dispatcher.configure(queue);
    }

    void remove(QueueId queueId) {
        queues.remove(queueId);
        dispatcher.remove(queueId);
    }

    void put(AgentProfile agent) {
        agents.put(agent.agentId(), agent);
        dispatcher.configure(agent);
    }

    /** Removes an agent, who must hold nothing any more. */
    void remove(AgentId agentId) {
        agents.remove(agentId);
        presences.remove(agentId);
        dispatcher.remove(agentId);
    }

    private void countOwnAddresses(@Nullable Address address, int difference) {
        if (address == null) {
            return;
        }
        for (var own : address.ownAddresses()) {
            ownAddresses.merge(own, difference, (count, change) -> count + change == 0 ? null : count + change);
        }
    }

    // --- agents' presence

    AgentPresence presence(AgentId agentId) {
        var presence = presences.get(agentId);
        return presence == null ? AgentPresence.unseen(agentId) : presence;
    }

    void put(AgentPresence presence) {
        presences.put(presence.agentId(), presence);
        dispatcher.note(presence);
    }

    /** What is offered to an agent or handled by the agent, in the order of the ids. */
    List<Interaction> heldBy(AgentId agentId) {
        return held.getOrDefault(agentId, Set.of()).stream()
                .sorted(Comparator.comparing(InteractionId::value))
                .flatMap(interactionId -> Stream.ofNullable(interactions.get(interactionId)))
                .toList();
    }

    // --- interactions

    @Nullable
    Interaction interaction(InteractionId interactionId) {
        return interactions.get(interactionId);
    }

    /** Puts an interaction into its new state. */
    void move(Interaction next) {
        var before = interactions.get(next.interactionId());
        if (before != null) {
            leave(before);
        }
        interactions.put(next.interactionId(), next);
        enter(next);
        if (next instanceof Closed closed && !(before instanceof Closed)) {
            interactionMemory.remember(closed.interactionId(), closed.closedAt());
        }
    }

    private void leave(Interaction before) {
        switch (before) {
            case Waiting waiting -> dispatcher.remove(itemOf(waiting));
            case Offered offered -> {
                timers.remove(OfferTimer.of(offered));
                release(offered.agentId(), offered.interactionId());
            }
            case Handling handling -> release(handling.agentId(), handling.interactionId());
            default -> {}
        }
    }

    private void enter(Interaction next) {
        switch (next) {
            case Waiting waiting -> dispatcher.add(itemOf(waiting));
            case Offered offered -> {
                timers.add(OfferTimer.of(offered));
                hold(offered.agentId(), offered.interactionId());
            }
            case Handling handling -> hold(handling.agentId(), handling.interactionId());
            default -> {}
        }
    }

    private void hold(AgentId agentId, InteractionId interactionId) {
        held.computeIfAbsent(agentId, _ -> new HashSet<>()).add(interactionId);
        dispatcher.addLoad(agentId, 1);
    }

    private void release(AgentId agentId, InteractionId interactionId) {
        var rest = held.get(agentId);
        if (rest != null) {
            rest.remove(interactionId);
        }
        dispatcher.addLoad(agentId, -1);
    }

    static WaitingItem itemOf(Waiting waiting) {
        var enquiry = waiting.enquiry();
        return WaitingItem.of(
                enquiry.interactionId(),
                enquiry.requirement(),
                enquiry.priority(),
                enquiry.waitingSince(),
                waiting.log().declinedAt());
    }

    // --- timers

    /** The offer that expires first, or null where none is open. */
    @Nullable
    OfferTimer nextTimer() {
        return timers.isEmpty() ? null : timers.first();
    }

    // --- repeats, and forgetting

    /** True where the mail was decided upon before; remembers it otherwise. */
    boolean isRepeat(MailIds mail, Instant now) {
        if (isRemembered(emails.get(mail.emailId()), now) || hasLeftTraces(mail, now)) {
            return true;
        }
        emails.put(mail.emailId(), new Decided(now));
        emailMemory.remember(mail.emailId(), now);
        return false;
    }

    /** True where the command was decided upon before; remembers it otherwise. */
    boolean isRepeat(CommandId commandId, Instant now) {
        if (isRemembered(commands.get(commandId), now)) {
            return true;
        }
        commands.put(commandId, new Decided(now));
        commandMemory.remember(commandId, now);
        return false;
    }

    void begin(Conversation conversation, Instant now) {
        conversations.put(conversation);
        conversationMemory.remember(conversation.conversationId(), now);
    }

    void forgetDue(Instant now) {
        emailMemory.forgetDue(now, (emailId, _) -> {
            emails.remove(emailId);
            return true;
        });
        commandMemory.forgetDue(now, (commandId, _) -> {
            commands.remove(commandId);
            return true;
        });
        interactionMemory.forgetDue(now, this::forgetClosed);
        conversationMemory.forgetDue(now, conversations::forget);
    }

    private boolean hasLeftTraces(MailIds mail, Instant now) {
        var interaction = interactions.get(mail.interactionId());
        return (interaction != null && !isForgettable(interaction, now))
                || conversations.find(mail.conversationId(), now) != null;
    }

    private boolean isRemembered(@Nullable Decided decided, Instant now) {
        return decided != null && decided.at().plus(policy.repeatWindow()).isAfter(now);
    }

    private boolean forgetClosed(InteractionId interactionId, Instant now) {
        var interaction = interactions.get(interactionId);
        if (interaction != null && isForgettable(interaction, now)) {
            interactions.remove(interactionId);
        }
        return true;
    }

    private boolean isForgettable(Interaction interaction, Instant now) {
        return interaction instanceof Closed closed
                && !closed.closedAt().plus(policy.repeatWindow()).isAfter(now);
    }

    // --- storing and restoring

    List<StateChange> drainChanges() {
        var changes = new ArrayList<StateChange>();
        addresses.drainChangesTo(changes);
        queues.drainChangesTo(changes);
        agents.drainChangesTo(changes);
        presences.drainChangesTo(changes);
        conversations.drainChangesTo(changes);
        interactions.drainChangesTo(changes);
        emails.drainChangesTo(changes);
        commands.drainChangesTo(changes);
        return changes;
    }

    /** Puts stored entities back, in whatever order they come. */
    void restore(Iterable<StateChange> entities) {
        entities.forEach(this::restore);
        queues.all().forEach(dispatcher::configure);
        agents.all().forEach(dispatcher::configure);
        presences.all().forEach(dispatcher::note);
        interactions.all().forEach(this::enter);
        emailMemory.sort();
        commandMemory.sort();
        interactionMemory.sort();
        conversationMemory.sort();
    }

    private void restore(StateChange stored) {
        var id = stored.id();
        switch (stored.entity()) {
            case Address address -> {
                addresses.restore(address.addressId(), address);
                countOwnAddresses(address, 1);
            }
            case Queue queue -> queues.restore(queue.queueId(), queue);
            case AgentProfile agent -> agents.restore(agent.agentId(), agent);
            case AgentPresence presence -> presences.restore(presence.agentId(), presence);
            case Conversation conversation -> {
                conversations.restore(conversation);
                conversationMemory.remember(conversation.conversationId(), conversation.lastActivity());
            }
            case Interaction interaction -> {
                interactions.restore(interaction.interactionId(), interaction);
                if (interaction instanceof Closed closed) {
                    interactionMemory.remember(closed.interactionId(), closed.closedAt());
                }
            }
            case Decided decided
            when stored.kind() == EntityKind.DECIDED_EMAIL -> {
                emails.restore(new EmailId(id), decided);
                emailMemory.remember(new EmailId(id), decided.at());
            }
            case Decided decided
            when stored.kind() == EntityKind.DECIDED_COMMAND -> {
                commands.restore(new CommandId(id), decided);
                commandMemory.remember(new CommandId(id), decided.at());
            }
            case null, default ->
                throw new IllegalArgumentException(
                        "expected a stored " + stored.kind() + ", but got " + stored.entity());
        }
    }
}
