package org.postroom.runtime.message;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * Keeps what was made of stored messages and can be made of them anew at any time: it lies beside them, is encrypted as they
 * are, and goes with their organisation. What is kept has a name that whoever made it chose; one name always stands for the
 * same content, so that it does not matter who keeps it first.
 *
 * <p>Nothing in it is the only copy of anything. Whoever finds nothing, or something that cannot be read, makes it anew.
 */
public interface DerivedStore {

    /**
     * Gives names to contents: equal ones have the same name within an organisation, and nobody who lacks the organisation's
     * key can tell from a name what the content is, or that another organisation has the same.
     *
     * @throws IOException where the organisation's key cannot be reached now, or was destroyed
     */
    ContentNaming naming(String organisationId) throws IOException;

    /**
     * Whether something is kept under a name; if so, it stays for as long as what was read just now.
     *
     * @throws IOException where the store cannot be reached now
     */
    boolean has(String organisationId, String name) throws IOException;

    /**
     * Opens what is kept under a name.
     *
     * @throws NoSuchMessageException where nothing is
     * @throws IOException where the store cannot be reached now; reading throws it where the content is damaged
     */
    InputStream open(String organisationId, String name) throws IOException;

    /**
     * Begins to keep something.
     *
     * @param name letters, digits, {@code -} and {@code _}, at most 64
     * @throws IOException where the store cannot take it now
     */
    DerivedDraft begin(String organisationId, String name) throws IOException;

    /**
     * Removes what nobody has read for long, of all organisations.
     *
     * @param unread how long; what is read is known to a day
     * @return how many were removed
     * @throws IOException where not all of them could be looked at
     */
    int removeUnread(Duration unread) throws IOException;
}
