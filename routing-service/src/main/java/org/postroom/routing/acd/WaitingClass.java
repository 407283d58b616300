package org.postroom.routing.acd;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.Requirement;

/** The interactions that wait with one and the same requirement, best first; the best is at hand without a search. */
final class WaitingClass {

    private final Requirement requirement;
    private final TreeSet<WaitingItem> items = new TreeSet<>(WaitingItem.BEST_FIRST);
    private final Set<Seat> qualified = new HashSet<>();
    private @Nullable WaitingItem best;

    WaitingClass(Requirement requirement) {
        this.requirement = requirement;
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
        if (best == null || WaitingItem.BEST_FIRST.compare(item, best) < 0) {
            best = item;
        }
    }

    boolean remove(WaitingItem item) {
        var removed = items.remove(item);
        if (removed && best != null && WaitingItem.BEST_FIRST.compare(item, best) == 0) {
            best = items.isEmpty() ? null : items.first();
        }
        return removed;
    }

    /** The best that the agent has not declined, or null. */
    @Nullable
    WaitingItem bestFor(Seat seat) {
        var first = best;
        if (first == null || Availability.HAS_NOT_DECLINED.allows(seat, first)) {
            return first;
        }
        return firstNotDeclined(seat);
    }

    private @Nullable WaitingItem firstNotDeclined(Seat seat) {
        for (var item : items) {
            if (Availability.HAS_NOT_DECLINED.allows(seat, item)) {
                return item;
            }
        }
        return null;
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    Collection<WaitingItem> bestFirst() {
        return Collections.unmodifiableSet(items);
    }
}
