package org.postroom.routing.acd;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.Requirement;

/**
 * The classes of equal requirements in which interactions wait, each linked with the seats that are qualified for it. Which these
 * are follows from the configuration alone.
 */
final class WaitingClasses {

    private static final int CLASSES_KEPT = 1000;

    private final RuleSet rules;
    private final Collection<Seat> seats;
    private final Map<Requirement, WaitingClass> classes = new HashMap<>();
    private int classesBeforePruning = CLASSES_KEPT;

    /** @param seats all that there are, as they are at each moment */
    WaitingClasses(RuleSet rules, Collection<Seat> seats) {
        this.rules = rules;
        this.seats = seats;
    }

    /** The class of a requirement, made now where nothing asks for that yet. */
    WaitingClass of(Requirement requirement) {
        var known = classes.get(requirement);
        if (known != null) {
            return known;
        }
        if (classes.size() >= classesBeforePruning) {
            prune();
        }
        var created = new WaitingClass(requirement, rules);
        classes.put(requirement, created);
        for (var seat : seats) {
            if (rules.qualifies(seat, requirement)) {
                link(seat, created);
            }
        }
        return created;
    }

    /** The class of a requirement, or null where nothing asks for that. */
    @Nullable
    WaitingClass find(Requirement requirement) {
        return classes.get(requirement);
    }

    /** All of them, in no particular order. */
    Stream<WaitingClass> all() {
        return classes.values().stream();
    }

    /** Links a seat anew, whose configuration has changed. */
    void qualify(Seat seat) {
        unlink(seat);
        for (var waitingClass : classes.values()) {
            if (rules.qualifies(seat, waitingClass.requirement())) {
                link(seat, waitingClass);
            }
        }
    }

    /** Links a seat with nothing any more. */
    static void unlink(Seat seat) {
        seat.servable().forEach(waitingClass -> waitingClass.qualified().remove(seat));
        seat.servable().clear();
    }

    /** Forgets the classes in which nothing waits; they pile up as addresses change what they ask for. */
    private void prune() {
        classes.values().removeIf(WaitingClass::isEmpty);
        classesBeforePruning = Math.max(CLASSES_KEPT, 2 * classes.size());
        List.copyOf(seats).forEach(this::qualify);
    }

    private static void link(Seat seat, WaitingClass waitingClass) {
        seat.servable().add(waitingClass);
        waitingClass.qualified().add(seat);
    }
}
