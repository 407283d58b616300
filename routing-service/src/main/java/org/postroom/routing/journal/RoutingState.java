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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.acd.Dispatcher;
import org.postroom.routing.acd.WaitingItem;
import org.postroom.routing.conversation.Conversation;
import org.postroom.routing.directory.AgentProfile;
import org.postroom.routing.directory.Queue;
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

    private final DirectoryState directory = new DirectoryState();
    private final Entities<AgentId, AgentPresence> presences = new Entities<>(EntityKind.PRESENCE);
    private final Entities<InteractionId, Interaction> interactions = new Entities<>(EntityKind.INTERACTION);
    private final Entities<EmailId, Decided> emails = new Entities<>(EntityKind.DECIDED_EMAIL);
    private final Entities<CommandId, Decided> commands = new Entities<>(EntityKind.DECIDED_COMMAND);
    private final ConversationIndex conversations;

    private final Dispatcher dispatcher = new Dispatcher();
    private final NavigableSet<OfferTimer> timers = new TreeSet<>();
    private final Map<AgentId, Set<InteractionId>> held = new HashMap<>();

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

    /** What the administrators configured. Queues and agents are put and removed here, since the dispatcher must know. */
    DirectoryState directory() {
        return directory;
    }

    void put(Queue queue) {
        directory.put(queue);
        dispatcher.configure(queue);
    }

    void remove(QueueId queueId) {
        directory.remove(queueId);
        dispatcher.remove(queueId);
    }

    void put(AgentProfile agent) {
        directory.put(agent);
        dispatcher.configure(agent);
    }

    /** Removes an agent, who must hold nothing any more. */
    void remove(AgentId agentId) {
        directory.remove(agentId);
        presences.remove(agentId);
        dispatcher.remove(agentId);
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
        forEachKind(entities -> entities.drainChangesTo(changes));
        return changes;
    }

    /** Every entity, as removed; the state itself is of no use afterwards. */
    List<StateChange> removeEverything() {
        forEachKind(Entities::removeAll);
        return drainChanges();
    }

    /** The interactions that have not reached their end, in the order of their ids. */
    List<Interaction> open() {
        return interactions.all().stream()
                .filter(interaction -> !(interaction instanceof Closed))
                .sorted(Comparator.comparing(
                        interaction -> interaction.interactionId().value()))
                .toList();
    }

    private void forEachKind(Consumer<Entities<?, ?>> action) {
        directory.forEachKind(action);
        List.of(presences, conversations.entities(), interactions, emails, commands)
                .forEach(action);
    }

    /** Puts stored entities back, in whatever order they come. */
    void restore(Iterable<StateChange> entities) {
        entities.forEach(this::restore);
        directory.tell(dispatcher::configure, dispatcher::configure);
        presences.all().forEach(dispatcher::note);
        interactions.all().forEach(this::enter);
        emailMemory.sort();
        commandMemory.sort();
        interactionMemory.sort();
        conversationMemory.sort();
    }

    private void restore(StateChange stored) {
        var id = stored.id();
        if (directory.restore(stored.entity())) {
            return;
        }
        switch (stored.entity()) {
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
