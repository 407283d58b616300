package org.postroom.verification.maildomain.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.direction.Direction;
import org.postroom.verification.direction.DirectionState.Degraded;
import org.postroom.verification.direction.DirectionState.Failed;
import org.postroom.verification.direction.DirectionState.NotStarted;
import org.postroom.verification.direction.DirectionState.Pending;
import org.postroom.verification.direction.DirectionState.Verified;
import org.postroom.verification.direction.Finding.Disproven;
import org.postroom.verification.maildomain.MailDomain;

/**
 * The state of one direction.
 *
 * @param state the state
 * @param since when it began; null where nothing has begun
 * @param graceEndsAt when a direction in doubt fails; null otherwise
 * @param reason what is not as it should be, in one sentence; null where nothing is known to be wrong
 */
record DirectionJson(
        State state,
        @Nullable Instant since,
        @Nullable Instant graceEndsAt,
        @Nullable String reason) {

    /** The states of a direction. */
    enum State {
        NOT_STARTED,
        PENDING,
        VERIFIED,
        DEGRADED,
        FAILED
    }

    static DirectionJson of(MailDomain domain, Direction direction) {
        String reason = domain.finding(direction) instanceof Disproven disproven ? disproven.reason() : null;
        return switch (domain.state(direction)) {
            case NotStarted none -> new DirectionJson(State.NOT_STARTED, null, null, reason);
            case Pending pending -> new DirectionJson(State.PENDING, pending.since(), null, reason);
            case Verified verified -> new DirectionJson(State.VERIFIED, verified.since(), null, reason);
            case Degraded degraded ->
                new DirectionJson(State.DEGRADED, degraded.since(), degraded.graceEndsAt(), reason);
            case Failed failed -> new DirectionJson(State.FAILED, failed.since(), null, reason);
        };
    }
}
