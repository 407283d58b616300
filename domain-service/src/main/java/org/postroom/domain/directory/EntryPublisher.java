package org.postroom.domain.directory;

import java.time.Instant;

/**
 * Tells the rest of Postroom about changes, as part of the change itself.
 *
 * @param <T> the kind of entry
 */
public interface EntryPublisher<T> {

    /** An entry was added, or has a new version. */
    void changed(String organisationId, Entry<T> entry);

    /** An entry was removed. */
    void removed(String organisationId, Entry<T> entry, String removedBy, Instant at);
}
