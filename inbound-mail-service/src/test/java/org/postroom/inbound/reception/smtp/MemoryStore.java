package org.postroom.inbound.reception.smtp;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.postroom.runtime.message.Draft;
import org.postroom.runtime.message.MessageStore;
import org.postroom.runtime.message.NoSuchMessageException;
import org.postroom.runtime.message.StoredMessage;

/** A message store for a hundred thousand dialogues, none of which is kept. */
final class MemoryStore implements MessageStore {

    private final Map<String, byte[]> messages = new HashMap<>();
    private int open;

    /** How many drafts are neither committed nor discarded. */
    int open() {
        return open;
    }

    void clear() {
        messages.clear();
    }

    byte[] message(String key) {
        return messages.getOrDefault(key, new byte[0]);
    }

    @Override
    public Draft begin(String organisationId) {
        open++;
        return new InMemory(organisationId);
    }

    @Override
    public InputStream open(String organisationId, String key) throws IOException {
        if (!messages.containsKey(key) || !key.startsWith(organisationId + "/")) {
            throw new NoSuchMessageException(key);
        }
        return new ByteArrayInputStream(message(key));
    }

    @Override
    public void removeAll(String organisationId) {
        messages.keySet().removeIf(key -> key.startsWith(organisationId + "/"));
    }

    private final class InMemory extends Draft {

        private final String organisationId;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean ended;

        InMemory(String organisationId) {
            this.organisationId = organisationId;
        }

        @Override
        public void write(int octet) {
            bytes.write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int length) {
            bytes.write(octets, offset, length);
        }

        @Override
        public void finish() {
            // What is in memory can be read at any time.
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes.toByteArray());
        }

        @Override
        public StoredMessage commit() {
            end();
            String key = organisationId + "/" + messages.size();
            messages.put(key, bytes.toByteArray());
            return new StoredMessage(key, bytes.size(), "0".repeat(64));
        }

        @Override
        public void close() {
            end();
        }

        private void end() {
            if (!ended) {
                ended = true;
                open--;
            }
        }
    }
}
