package org.postroom.benchmarks.acceptance;

import java.io.IOException;
import java.time.Duration;

/** A server that takes mail and keeps it. */
interface AcceptingServer extends AutoCloseable {

    /** What it is called in the table. */
    String name();

    /** The port on the loopback address. */
    int port();

    /** The processor time that all its processes have used so far. */
    Duration processorTime() throws IOException;

    /** The memory that its processes have now, what they share counted once for each, in bytes. */
    long memory() throws IOException;

    @Override
    void close() throws IOException;
}
