package org.postroom.runtime.work;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What {@link RepeatedWork} repeats. All of it happens on one thread. */
@FunctionalInterface
public interface Work extends AutoCloseable {

    /**
     * Does what is due now. What it throws is logged and counted, and the next round begins after a growing pause.
     *
     * @param goesOn false once the work shall end; a long round asks between its steps
     * @return how long to rest before the next round; zero where there is more to do already
     */
    Duration round(BooleanSupplier goesOn);

    /** Gives back what the work held; called once, after the last round. */
    @Override
    default void close() {}
}
