package org.postroom.console.desk;

import java.util.Optional;

/** Which mails are one conversation, within one organisation. */
public interface Threads {

    /** What can be corrected in an interaction's conversation; empty where there is no such interaction, or no conversation yet. */
    Optional<ThreadView> of(String organisationId, String interactionId);
}
