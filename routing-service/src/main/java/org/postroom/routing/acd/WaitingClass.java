package org.postroom.routing.acd;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.Requirement;

/** The interactions that wait with one and the same requirement, best first; the best is at hand without a search. */
final class WaitingClass {

    private final Requirement requirement;
    private final RuleSet rules;
    private final RankedItems items = new RankedItems();
    private final Set<Seat> qualified = new HashSet<>();
    private @Nullable WaitingItem best;

    WaitingClass(Requirement requirement, RuleSet rules) {
        this.requirement = requirement;
        this.rules = rules;
    }

    Requirement requirement() {
        return requirement;
    }

    /** The agents whom the configuration qualifies for these interactions. */
    Set<Seat> qualified() {
        return qualified;
    }

    void add(WaitingItem item) {
        items.add(item);
        best = items.best();
    }

    boolean remove(WaitingItem item) {
        var removed = items.remove(item);
        best = items.best();
        return removed;
    }

    /** The best that nothing stands between it and the agent, or null. */
    @Nullable
    WaitingItem bestFor(Seat seat) {
        var first = best;
        if (first == null || rules.suits(seat, first)) {
            return first;
        }
        return items.best(item -> rules.suits(seat, item));
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    Collection<WaitingItem> bestFirst() {
        return items.bestFirst();
    }
}
