package org.postroom.runtime.limits;

import java.time.Duration;

/** What became of a request that wants to be worked on. */
public sealed interface Entrance {

    /** It may go on. Who asked calls {@link #close()} once it is done, whatever became of it. */
    non-sealed interface Open extends Entrance, AutoCloseable {

        @Override
        void close();
    }

    /**
     * It came too often, or too many came at once.
     *
     * @param limit the limit's name, for the metrics
     * @param reason why, in the form "expected …, but …"
     * @param retryAfter when it may come again
     */
    record Shut(String limit, String reason, Duration retryAfter) implements Entrance {}
}
