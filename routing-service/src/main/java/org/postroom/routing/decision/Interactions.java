package org.postroom.routing.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.acd.Dispatcher;
import org.postroom.routing.acd.WaitingItem;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.InteractionId;
import org.postroom.routing.interaction.Closed;
import org.postroom.routing.interaction.HeldByAgent;
import org.postroom.routing.interaction.InQueue;
import org.postroom.routing.interaction.Interaction;
import org.postroom.routing.interaction.Kept;
import org.postroom.routing.interaction.Parked;
import org.postroom.routing.interaction.Timed;
import org.postroom.routing.interaction.Unattended;
import org.postroom.routing.timer.Timer;
import org.postroom.routing.timer.Timers;

/** The interactions; the waiting list, who holds what and the timers follow from the states that they are in. */
final class Interactions extends Slice<InteractionId, Interaction> {

    private final Dispatcher dispatcher;
    private final Timers timers;
    private final Duration window;
    private final Memory<InteractionId> memory;
    private final Map<AgentId, Set<InteractionId>> held = new HashMap<>();
    private final Map<AgentId, Set<InteractionId>> parked = new HashMap<>();

    /** @param window how long a closed interaction is remembered */
    Interactions(Dispatcher dispatcher, Timers timers, Duration window) {
        super(EntityKind.INTERACTION, Interaction.class, InteractionId::new);
        this.dispatcher = dispatcher;
        this.timers = timers;
        this.window = window;
        this.memory = new Memory<>(window);
    }

    /** Puts an interaction into its new state. */
    void move(Interaction next) {
        put(next.interactionId(), next);
    }

    /** What an agent holds, in the order of the ids. */
    List<HeldByAgent> heldBy(AgentId agentId) {
        return held.getOrDefault(agentId, Set.of()).stream()
                .sorted()
                .flatMap(interactionId -> Stream.ofNullable(get(interactionId)))
                .flatMap(
                        interaction -> interaction instanceof HeldByAgent holding ? Stream.of(holding) : Stream.empty())
                .toList();
    }

    /** What an agent has parked, in the order of the ids. */
    List<Parked> parkedBy(AgentId agentId) {
        return parked.getOrDefault(agentId, Set.of()).stream()
                .sorted()
                .flatMap(interactionId -> get(interactionId) instanceof Parked away ? Stream.of(away) : Stream.empty())
                .toList();
    }

    /** Those that have not reached their end, in the order of their ids. */
    List<Interaction> open() {
        return all().stream()
                .filter(interaction -> !(interaction instanceof Closed))
                .sorted(Comparator.comparing(Interaction::interactionId))
                .toList();
    }

    /** True where there is such an interaction whose time has not passed. */
    boolean remembers(InteractionId interactionId, Instant now) {
        var interaction = get(interactionId);
        return interaction != null && !isForgettable(interaction, now);
    }

    /** Its place in the waiting list. */
    static WaitingItem itemOf(InQueue waiting) {
        var enquiry = waiting.enquiry();
        var item = WaitingItem.of(
                enquiry.interactionId(),
                enquiry.requirement(),
                enquiry.priority(),
                enquiry.waitingSince(),
                waiting.log().declinedAt());
        return waiting instanceof Kept kept ? item.keptFor(kept.agentId()) : item;
    }

    @Override
    void follow(InteractionId id, @Nullable Interaction before, @Nullable Interaction after) {
        if (before != null) {
            leave(before);
        }
        if (after != null) {
            enter(after);
        }
        if (after instanceof Closed closed && !(before instanceof Closed)) {
            memory.remember(closed.interactionId(), closed.closedAt());
        }
    }

    private void leave(Interaction before) {
        switch (before) {
            case InQueue waiting -> dispatcher.remove(itemOf(waiting));
            case HeldByAgent holding -> release(holding);
            case Parked away ->
                parked.getOrDefault(away.agentId(), new HashSet<>()).remove(away.interactionId());
            case Unattended _ -> {}
        }
        var timer = timerOf(before);
        if (timer != null) {
            timers.stop(timer);
        }
    }

    private void enter(Interaction next) {
        switch (next) {
            case InQueue waiting -> dispatcher.add(itemOf(waiting));
            case HeldByAgent holding -> hold(holding);
            case Parked away ->
                parked.computeIfAbsent(away.agentId(), _ -> new HashSet<>()).add(away.interactionId());
            case Unattended _ -> {}
        }
        var timer = timerOf(next);
        if (timer != null) {
            timers.start(timer);
        }
    }

    private static @Nullable Timer timerOf(Interaction interaction) {
        return interaction instanceof Timed timed ? timed.timer() : null;
    }

    private void hold(HeldByAgent holding) {
        held.computeIfAbsent(holding.agentId(), _ -> new HashSet<>()).add(holding.interactionId());
        dispatcher.addLoad(holding.agentId(), 1);
    }

    private void release(HeldByAgent holding) {
        var rest = held.get(holding.agentId());
        if (rest != null) {
            rest.remove(holding.interactionId());
        }
        dispatcher.addLoad(holding.agentId(), -1);
    }

    @Override
    void forgetDue(Instant now) {
        memory.forgetDue(now, (interactionId, moment) -> {
            var interaction = get(interactionId);
            if (interaction != null && isForgettable(interaction, moment)) {
                remove(interactionId);
            }
            return true;
        });
    }

    private boolean isForgettable(Interaction interaction, Instant now) {
        return interaction instanceof Closed closed
                && !closed.closedAt().plus(window).isAfter(now);
    }

    @Override
    void settle() {
        super.settle();
        memory.sort();
    }
}
