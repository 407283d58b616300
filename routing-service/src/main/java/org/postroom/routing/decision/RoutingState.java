package org.postroom.routing.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.acd.Dispatcher;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.BounceId;
import org.postroom.routing.id.CommandId;
import org.postroom.routing.id.EmailId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.interaction.HeldByAgent;
import org.postroom.routing.interaction.Interaction;
import org.postroom.routing.presence.AgentPresence;
import org.postroom.routing.timer.Timers;

/**
 * All that routing knows of one organisation: a slice for each kind of entity, which are stored, and what follows from them
 * (the waiting list, the timers), which the slices keep in step. They settle in the order of {@link EntityKind}, so that what
 * is configured is there before what hangs on it.
 */
final class RoutingState {

    private final int decisionVersion;
    private final Dispatcher dispatcher;
    private final Timers timers = new Timers();
    private final Directory directory;
    private final PresenceBoard presences;
    private final Conversations conversations;
    private final Interactions interactions;
    private final Repeats<EmailId> emails;
    private final Repeats<CommandId> commands;
    private final Repeats<BounceId> bounces;
    private final LoopGuard loopGuard = new LoopGuard();
    private final StandingTerms terms = new StandingTerms();
    private final Map<EntityKind, Slice<?, ?>> slices = new EnumMap<>(EntityKind.class);
    private final List<Slice<?, ?>> inOrder;

    /** @param present what is decided upon by */
    RoutingState(Terms present) {
        decisionVersion = present.decisionVersion();
        var practice = DecisionVersions.practiceOf(present.decisionVersion());
        var policy = present.policy();
        dispatcher = new Dispatcher(practice);
        directory = new Directory(dispatcher, practice);
        presences = new PresenceBoard(dispatcher);
        conversations = conversations(policy);
        interactions = new Interactions(dispatcher, timers, policy.repeatWindow());
        emails = new Repeats<>(EntityKind.DECIDED_EMAIL, EmailId::new, policy.repeatWindow());
        commands = new Repeats<>(EntityKind.DECIDED_COMMAND, CommandId::new, policy.repeatWindow());
        bounces = new Repeats<>(EntityKind.DECIDED_BOUNCE, BounceId::new, policy.repeatWindow());
        Stream.concat(
                        directory.slices().stream(),
                        Stream.of(presences, conversations, interactions, emails, commands, bounces, loopGuard, terms))
                .forEach(slice -> slices.put(slice.kind(), slice));
        inOrder = List.copyOf(slices.values());
    }

    private Conversations conversations(RoutingPolicy policy) {
        if (!decidesByVersion(ThirdVersion.NUMBER)) {
            return new Conversations(policy.threadingWindow());
        }
        return new Conversations(
                () -> {
                    var window = directory.mailRules().conversations().window();
                    return window == null ? policy.threadingWindow() : window;
                },
                policy.repeatWindow(),
                policy.threadingWindow());
    }

    /** True where the journal is decided by this version of the decision code or a later one. */
    boolean decidesByVersion(int version) {
        return decisionVersion >= version;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    Timers timers() {
        return timers;
    }

    Conversations conversations() {
        return conversations;
    }

    Interactions interactions() {
        return interactions;
    }

    /** What the administrators configured. */
    Directory directory() {
        return directory;
    }

    /** What the journal is decided upon by. */
    StandingTerms terms() {
        return terms;
    }

    /** What counts automatic mail. */
    LoopGuard loopGuard() {
        return loopGuard;
    }

    /** Removes an agent, who must hold nothing any more. */
    void remove(AgentId agentId) {
        directory.remove(agentId);
        presences.remove(agentId);
    }

    /** True for an agent who is configured and not deactivated, which earlier versions knew nothing of. */
    boolean worksHere(AgentId agentId) {
        var agent = directory.agent(agentId);
        return agent != null && (agent.active() || !decidesByVersion(ThirdVersion.NUMBER));
    }

    AgentPresence presence(AgentId agentId) {
        return presences.of(agentId);
    }

    void put(AgentPresence presence) {
        presences.put(presence.agentId(), presence);
    }

    /** What is offered to an agent or handled by the agent, in the order of the ids. */
    List<HeldByAgent> heldBy(AgentId agentId) {
        return interactions.heldBy(agentId);
    }

    @Nullable
    Interaction interaction(InteractionId interactionId) {
        return interactions.get(interactionId);
    }

    /** Puts an interaction into its new state. */
    void move(Interaction next) {
        interactions.move(next);
    }

    /** True where the mail was decided upon before: it is noted, or what began with it is remembered. */
    boolean isRepeat(MailIds mail, Instant now) {
        return emails.has(mail.emailId(), now)
                || interactions.remembers(mail.interactionId(), now)
                || conversations.find(mail.conversationId(), now) != null;
    }

    /** Notes a mail that was decided upon and began no interaction, which would be remembered for longer. */
    void note(EmailId emailId, Instant now) {
        emails.note(emailId, now);
    }

    /** True where the command was decided upon before; remembers it otherwise. */
    boolean isRepeat(CommandId commandId, Instant now) {
        if (commands.has(commandId, now)) {
            return true;
        }
        commands.note(commandId, now);
        return false;
    }

    /** True where this news of a reply that came back was decided upon before; remembers it otherwise. */
    boolean isRepeat(BounceId bounceId, Instant now) {
        if (bounces.has(bounceId, now)) {
            return true;
        }
        bounces.note(bounceId, now);
        return false;
    }

    void forgetDue(Instant now) {
        for (var slice : inOrder) {
            slice.forgetDue(now);
        }
    }

    /** What changed since the last time, each entity once. */
    List<StateChange> drainChanges() {
        var changes = new ArrayList<StateChange>();
        for (var slice : inOrder) {
            slice.drainChangesTo(changes);
        }
        return changes;
    }

    /** Every entity as it is. */
    List<StateChange> snapshot() {
        var entities = new ArrayList<StateChange>();
        slices.values().forEach(slice -> slice.snapshotTo(entities));
        return entities;
    }

    /** Every entity, as removed; the state itself is of no use afterwards. */
    List<StateChange> removeEverything() {
        slices.values().forEach(Slice::removeAll);
        return drainChanges();
    }

    /** Puts stored entities back, in whatever order they come. */
    void restore(Iterable<StateChange> entities) {
        for (var stored : entities) {
            slice(stored.kind()).restore(stored.id(), stored.entity());
        }
        slices.values().forEach(Slice::settle);
    }

    private Slice<?, ?> slice(EntityKind kind) {
        var slice = slices.get(kind);
        if (slice == null) {
            throw new IllegalStateException("expected a slice for each kind of entity, but there is none for " + kind);
        }
        return slice;
    }
}
