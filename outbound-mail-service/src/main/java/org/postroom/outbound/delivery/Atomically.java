package org.postroom.outbound.delivery;

/** Runs work so that either all of its changes happen or none. */
@FunctionalInterface
public interface Atomically {

    /** Runs the work in one transaction. */
    void run(Runnable work);
}
