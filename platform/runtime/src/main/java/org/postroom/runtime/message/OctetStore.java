package org.postroom.runtime.message;

import java.io.IOException;
import java.io.InputStream;

/** Where the octets of messages lie, whatever they mean; what their digest is, is the business of who writes them. */
interface OctetStore {

    /** Begins to store one message of an organisation, whose key will begin with it. */
    OctetDraft begin(String organisationId) throws IOException;

    /**
     * Opens what was stored under a key.
     *
     * @throws NoSuchMessageException where there is none, or it is another organisation's
     */
    InputStream open(String organisationId, String key) throws IOException;

    /** Removes everything of an organisation; repeating removes what is left. */
    void removeAll(String organisationId) throws IOException;
}
