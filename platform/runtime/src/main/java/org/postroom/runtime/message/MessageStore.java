package org.postroom.runtime.message;

import java.io.IOException;
import java.io.InputStream;

/**
 * Keeps content that the log must not carry. What is stored is immutable, belongs to one organisation, and is durable
 * once {@link Draft#commit()} has returned.
 */
public interface MessageStore {

    /**
     * The most octets of one draft that a store holds in memory, however large the message is. Whoever bounds what messages
     * take while they come in counts as much for each draft.
     */
    int MOST_OF_DRAFT_IN_MEMORY = SegmentedOctets.MOST_IN_SEGMENTS + EncryptedMessageStore.BUFFERS;

    /**
     * Begins to store one message.
     *
     * @param organisationId the organisation it belongs to; the key will begin with it
     * @throws IOException where the store cannot take it now
     */
    Draft begin(String organisationId) throws IOException;

    /**
     * Opens a stored message for reading.
     *
     * @param organisationId the organisation that asks; a key of another one is refused
     * @param key the key that {@link Draft#commit()} returned
     * @throws NoSuchMessageException where there is no such message, or it is another organisation's
     * @throws IOException where the store cannot be reached now
     */
    InputStream open(String organisationId, String key) throws IOException;

    /**
     * Removes everything that belongs to an organisation, for good. Repeating changes nothing; a message that is being
     * stored meanwhile is refused or removed with the rest.
     *
     * @throws IOException where not everything could be removed now; what is left is removed by repeating
     */
    void removeAll(String organisationId) throws IOException;

    /** Stores bytes that are in memory already. */
    default StoredMessage store(String organisationId, byte[] bytes) throws IOException {
        try (Draft draft = begin(organisationId)) {
            draft.write(bytes, 0, bytes.length);
            return draft.commit();
        }
    }
}
