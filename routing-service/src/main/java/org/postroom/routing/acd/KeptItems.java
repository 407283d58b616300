package org.postroom.routing.acd;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.id.AgentId;

/** The interactions that are kept for one agent each, best first. */
final class KeptItems {

    private final Map<AgentId, SortedSet<WaitingItem>> byAgent = new HashMap<>();

    void add(AgentId agentId, WaitingItem item) {
        byAgent.computeIfAbsent(agentId, _ -> new TreeSet<>(WaitingItem.BEST_FIRST))
                .add(item);
    }

    /** Removes an item; false where it is not there. */
    boolean remove(AgentId agentId, WaitingItem item) {
        var items = byAgent.get(agentId);
        if (items == null || !items.remove(item)) {
            return false;
        }
        if (items.isEmpty()) {
            byAgent.remove(agentId);
        }
        return true;
    }

    /** The best that is kept for the agent, or null where there is none. */
    @Nullable
    WaitingItem best(AgentId agentId) {
        var items = byAgent.get(agentId);
        return items == null ? null : items.first();
    }

    /** All that is kept for the agent, best first. */
    List<WaitingItem> of(AgentId agentId) {
        var items = byAgent.get(agentId);
        return items == null ? List.of() : List.copyOf(items);
    }

    /** Why an agent is not asked whom an item is not kept for; empty where it is kept for nobody else. */
    static Stream<Verdict.Refusal> refusal(Seat seat, WaitingItem item) {
        var only = item.keptFor();
        return only == null || only.equals(seat.agentId())
                ? Stream.empty()
                : Stream.of(new Verdict.Refusal(
                        "KEPT_FOR_LAST_AGENT",
                        "expected an interaction for every agent, but it is kept for " + only.value()
                                + ", who handled its conversation last"));
    }

    Stream<WaitingItem> all() {
        return byAgent.values().stream().flatMap(Collection::stream);
    }
}
