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
    private final RankedItems items;
    private final Set<Seat> qualified = new HashSet<>();
    private @Nullable Roster roster;
    private long rosterOf;

    WaitingClass(Requirement requirement, RuleSet rules) {
        this.requirement = requirement;
        this.rules = rules;
        this.items = new RankedItems(requirement);
    }

    Requirement requirement() {
        return requirement;
    }

    /** The agents whom the configuration qualifies for these interactions. */
    Set<Seat> qualified() {
        return qualified;
    }

    /**
     * Who is looked at where one of these interactions is explained.
     *
     * @param configuration the number of the configuration that the seats are of; with another one it is made again
     */
    Roster roster(Collection<Seat> seats, long configuration) {
        var known = roster;
        if (known == null || rosterOf != configuration) {
            known = Roster.of(requirement, seats, rules);
            roster = known;
            rosterOf = configuration;
        }
        return known;
    }

    void add(WaitingItem item) {
        items.add(item);
    }

    boolean remove(WaitingItem item) {
        return items.remove(item);
    }

    /** The best that nothing stands between it and the agent, or null. */
    @Nullable
    WaitingItem bestFor(Seat seat) {
        var first = items.best();
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
