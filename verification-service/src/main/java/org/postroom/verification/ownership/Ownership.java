package org.postroom.verification.ownership;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.postroom.verification.direction.Finding;
import org.postroom.verification.direction.Finding.Disproven;
import org.postroom.verification.direction.Finding.Proven;
import org.postroom.verification.direction.Finding.Undecided;

/**
 * Whether an organisation's claim to a name has the name. Any number of organisations may claim one; who first publishes
 * the proof that was issued for its own claim has it, and keeps it until that proof has been gone for the grace period.
 *
 * <pre>
 * Unproven ──(proof found, name free)───▶ Owned ◀──┐
 *   ▲ │ ▲                                  │ ▲     │
 *   │ │ └───────(grace over)── InDoubt ◀───┘ │     │
 *   │ ▼                           └──────────┘     │
 *   Waiting ──(name free)──────────────────────────┘
 * </pre>
 *
 * What could not be found out changes nothing. Only who waits learns that somebody else has the name: who waits has
 * published a proof, and so decides about the name's DNS.
 */
public sealed interface Ownership {

    /** Whether the name is this claim's. At any moment that is true of one claim to a name at most. */
    boolean hasName();

    /**
     * The state that follows a look at the proof.
     *
     * @param proof what is known about this claim's own proof
     * @param held the name that another organisation has, this one or one above it; empty where the name is free
     * @param grace how long a proof may be gone before the name is free again
     */
    Ownership after(Finding proof, Optional<String> held, Instant now, Duration grace);

    /** This claim's proof was not found. */
    record Unproven() implements Ownership {

        @Override
        public boolean hasName() {
            return false;
        }

        @Override
        public Ownership after(Finding proof, Optional<String> held, Instant now, Duration grace) {
            return proof instanceof Proven ? taken(held, now, now) : this;
        }
    }

    /**
     * This claim's proof is there, but another organisation has the name.
     *
     * @param since when the proof was first found
     * @param held the name that the other one has, this one or one above it
     */
    record Waiting(Instant since, String held) implements Ownership {

        @Override
        public boolean hasName() {
            return false;
        }

        @Override
        public Ownership after(Finding proof, Optional<String> other, Instant now, Duration grace) {
            return switch (proof) {
                case Proven proven -> taken(other, now, since);
                case Disproven disproven -> new Unproven();
                case Undecided undecided -> this;
            };
        }
    }

    /**
     * The name is this claim's.
     *
     * @param since when that began
     */
    record Owned(Instant since) implements Ownership {

        @Override
        public boolean hasName() {
            return true;
        }

        @Override
        public Ownership after(Finding proof, Optional<String> held, Instant now, Duration grace) {
            return proof instanceof Disproven ? new InDoubt(now, now.plus(grace)) : this;
        }
    }

    /**
     * The name is still this claim's, but its proof is gone.
     *
     * @param since when the proof was first missed
     * @param graceEndsAt when the name is free again
     */
    record InDoubt(Instant since, Instant graceEndsAt) implements Ownership {

        @Override
        public boolean hasName() {
            return true;
        }

        @Override
        public Ownership after(Finding proof, Optional<String> held, Instant now, Duration grace) {
            return switch (proof) {
                case Proven proven -> new Owned(now);
                case Disproven disproven -> now.isBefore(graceEndsAt) ? this : new Unproven();
                case Undecided undecided -> this;
            };
        }
    }

    private static Ownership taken(Optional<String> held, Instant now, Instant waitingSince) {
        return held.<Ownership>map(name -> new Waiting(waitingSince, name)).orElseGet(() -> new Owned(now));
    }
}
