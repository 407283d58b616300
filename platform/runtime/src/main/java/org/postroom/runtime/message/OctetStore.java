package org.postroom.runtime.message;

import java.io.IOException;
import java.io.InputStream;

/** Where the octets of messages lie, whatever they mean; what their digest is, is the business of who writes them. */
interface OctetStore {

    /** Begins to store one message of an organisation, whose name and key will begin with it. */
    OctetDraft begin(String organisationId) throws IOException;

    /** The name of what was stored under a key, as its draft had it. */
    String nameOf(String key);

    /**
     * Opens what was stored under a key.
     *
     * @throws NoSuchMessageException where there is none, or it is another organisation's
     */
    InputStream open(String organisationId, String key) throws IOException;

    /** Removes everything of an organisation; repeating removes what is left. */
    void removeAll(String organisationId) throws IOException;
}
