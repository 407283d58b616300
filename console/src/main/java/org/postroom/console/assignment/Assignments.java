package org.postroom.console.assignment;

import java.util.Optional;

/** What was decided on who gets an interaction, within one organisation. */
public interface Assignments {

    /** The newest decision; empty where there is no such interaction, or it never came into a queue. */
    Optional<Assignment> newest(String organisationId, String interactionId);
}
