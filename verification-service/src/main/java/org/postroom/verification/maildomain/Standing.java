package org.postroom.verification.maildomain;

import org.postroom.verification.direction.Direction;
import org.postroom.verification.direction.DirectionState;
import org.postroom.verification.direction.DirectionState.NotStarted;
import org.postroom.verification.ownership.Ownership;

/**
 * What a domain may be used for at present.
 *
 * @param receiving whether mail to it is accepted
 * @param sending whether mail from it is sent
 * @param ownership whether its name is the organisation's
 */
public record Standing(DirectionState receiving, DirectionState sending, Ownership ownership) {

    /** Nothing is known yet. */
    static final Standing INITIAL = new Standing(new NotStarted(), new NotStarted(), new Ownership.Unproven());

    DirectionState of(Direction direction) {
        return direction == Direction.RECEIVING ? receiving : sending;
    }

    Standing with(Direction direction, DirectionState state) {
        return direction == Direction.RECEIVING
                ? new Standing(state, sending, ownership)
                : new Standing(receiving, state, ownership);
    }

    Standing with(Ownership changed) {
        return new Standing(receiving, sending, changed);
    }
}
