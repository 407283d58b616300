package org.postroom.runtime.standing;

/** Knows of which entities of its own a service has not written the standing yet. */
@FunctionalInterface
public interface StandingSource {

    /**
     * Writes the standing of some of them to the outbox, each as it is now, and remembers that. It runs in a transaction that
     * no other replica's runs beside; each entity is locked against changes before it is read.
     *
     * @param most how many at most
     * @return how many were found without one; 0 where there are no more
     */
    int writeMissing(int most);
}
