package org.postroom.schemas.registry;

import java.time.Duration;
import org.apache.kafka.common.errors.InterruptException;

/** Lets time pass between two attempts. */
@FunctionalInterface
interface Pause {

    /** Returns after the time has passed. */
    void lasting(Duration duration);

    /** A pause that really waits. */
    static Pause real() {
        return duration -> {
            try {
                Thread.sleep(duration);
            } catch (InterruptedException e) {
                throw new InterruptException("Interrupted while waiting for the schema registry", e);
            }
        };
    }
}
