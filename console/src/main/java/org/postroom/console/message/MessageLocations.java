package org.postroom.console.message;

/** Knows where the content of each message is kept. */
public interface MessageLocations {

    /**
     * Finds a mail or a reply by its identifier.
     *
     * @throws org.postroom.runtime.problem.NotFoundException where the organisation has none with this identifier
     */
    MessageLocation find(String organisationId, String messageId);
}
