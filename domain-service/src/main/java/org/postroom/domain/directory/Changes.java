package org.postroom.domain.directory;

import java.util.function.Supplier;

/**
 * Makes several steps one change. An organisation's changes happen one after the other, so that what was checked at the
 * beginning of a change still holds at its end, and events are in the order of the changes.
 */
public interface Changes {

    /**
     * Runs the steps; either all of them take effect, their events included, or none.
     *
     * @return what the steps return
     * @throws org.postroom.runtime.problem.ConflictException where the organisation was never created
     */
    <R> R inOrganisation(String organisationId, Supplier<R> steps);

    /**
     * Runs the steps as {@link #inOrganisation} does, refusals included, and then takes everything back.
     *
     * @return what the steps return
     * @throws org.postroom.runtime.problem.ConflictException where the organisation was never created
     */
    <R> R onTrial(String organisationId, Supplier<R> steps);
}
