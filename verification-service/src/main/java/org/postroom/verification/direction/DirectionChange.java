package org.postroom.verification.direction;

import java.time.Instant;

/** That a direction's state changed in a way that others must know. */
public sealed interface DirectionChange {

    /**
     * From now on the direction may be used.
     *
     * @param ofName true where it was proven that the name is the organisation's
     */
    record BecameVerified(boolean ofName) implements DirectionChange {}

    /**
     * The direction is in doubt, and may be used until the grace period ends.
     *
     * @param reason what is not as issued
     * @param graceEndsAt when it fails unless the records come back
     */
    record BecameDegraded(String reason, Instant graceEndsAt) implements DirectionChange {}

    /**
     * The direction may not be used any more, or could not be proven in time.
     *
     * @param reason what is not as issued
     */
    record BecameFailed(String reason) implements DirectionChange {}
}
