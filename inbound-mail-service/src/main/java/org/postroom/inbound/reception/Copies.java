package org.postroom.inbound.reception;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postroom.runtime.message.Draft;
import org.postroom.runtime.message.MessageStore;
import org.postroom.runtime.message.StoredMessage;

/** The copies of one message, one for each organisation: nobody's message lies among another's. */
final class Copies implements AutoCloseable {

    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final int beforeContent;

    private Copies(int beforeContent) {
        this.beforeContent = beforeContent;
    }

    /** Begins a copy for each organisation of the envelope; all of them or none. */
    static Copies begin(MessageStore store, Envelope envelope, byte[] receivedField) throws IOException {
        Copies copies = new Copies(receivedField.length);
        try {
            for (String organisationId : envelope.organisations().toList()) {
                copies.drafts.put(organisationId, store.begin(organisationId));
            }
            copies.write(receivedField, 0, receivedField.length);
            return copies;
        } catch (IOException | RuntimeException refused) {
            copies.close();
            throw refused;
        }
    }

    void write(byte[] bytes, int offset, int length) throws IOException {
        for (Draft draft : drafts.values()) {
            draft.write(bytes, offset, length);
        }
    }

    /** Ends the writing, so that the content can be read before it is durable. */
    void finish() throws IOException {
        for (Draft draft : drafts.values()) {
            draft.finish();
        }
    }

    /** Begins to read the content, without the Received field before it; after {@link #finish()}, on any thread. */
    InputStream open() throws IOException {
        InputStream content = drafts.values().iterator().next().open();
        try {
            content.skipNBytes(beforeContent);
            return content;
        } catch (IOException broken) {
            content.close();
            throw broken;
        }
    }

    /** Makes all copies durable. Where one fails, those before it stay behind unreferenced. */
    Map<String, StoredMessage> commit() throws IOException {
        Map<String, StoredMessage> stored = new LinkedHashMap<>();
        for (Map.Entry<String, Draft> draft : drafts.entrySet()) {
            stored.put(draft.getKey(), draft.getValue().commit());
        }
        return stored;
    }

    /** Discards every copy that is not durable. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (Draft draft : drafts.values()) {
            try {
                draft.close();
            } catch (IOException stuck) {
                failure = stuck;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
