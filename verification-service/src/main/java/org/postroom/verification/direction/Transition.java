package org.postroom.verification.direction;

import java.util.Optional;

/**
 * The outcome of a finding: the state that follows, and what others must know.
 *
 * @param state the state that follows
 * @param change the change to tell; empty where there is none
 */
public record Transition(DirectionState state, Optional<DirectionChange> change) {

    static Transition silent(DirectionState state) {
        return new Transition(state, Optional.empty());
    }

    static Transition telling(DirectionState state, DirectionChange change) {
        return new Transition(state, Optional.of(change));
    }
}
