package org.postroom.runtime.message;

import com.google.crypto.tink.StreamingAead;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.secret.SecretBox;

/**
 * Encrypts what another store keeps, with a key for each organisation: AES-256-GCM in segments, so that a message of any size
 * is written and read as a stream, and each octet is authentic before anybody sees it. A message opens under its own
 * reference only, and not at all where its end is missing.
 *
 * <p>Whether a message is encrypted is told by its reference, which is in the log, and never by its content: those that were
 * stored before there was encryption have references without the suffix, and are read as they are.
 *
 * <p>Removing an organisation destroys its key first. What cannot be deleted, or lies in a copy of the store alone, cannot
 * be read from then on, and nothing is stored for it any more.
 */
public final class EncryptedMessageStore implements MessageStore {

    /** What the encryption of one draft takes of the memory: a piece in the clear, and the same piece encrypted. */
    static final int BUFFERS = 2 * OrganisationKeys.PIECE;

    private static final String SUFFIX = ".sealed";

    private final OctetStore store;
    private final OrganisationKeys keys;

    EncryptedMessageStore(OctetStore store, OrganisationKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    /**
     * What is derived from the messages of a directory, beside them and under the same keys.
     *
     * @param directory the directory of this store
     */
    public DerivedStore derived(Path directory, IdSource ids, Clock clock) {
        return new DerivedFiles(directory, keys, ids, clock);
    }

    /**
     * Opens the encrypted store in a directory, with the keys beside the messages.
     *
     * @param directory the directory, made when it does not exist
     * @param masterKey wraps the organisations' keys
     * @throws IllegalArgumentException where the directory's keys are wrapped by another master key
     * @throws IOException where the directory cannot be used
     */
    public static EncryptedMessageStore in(Path directory, SecretBox masterKey, IdSource ids, Clock clock)
            throws IOException {
        var octets = new SegmentedOctets(new FileSystemOctets(directory, ids, clock));
        return around(octets, directory, masterKey, clock);
    }

    static EncryptedMessageStore around(OctetStore store, Path directory, SecretBox masterKey, Clock clock)
            throws IOException {
        var wrapped = WrappedKeyFiles.beside(directory, clock);
        return new EncryptedMessageStore(store, OrganisationKeys.open(wrapped, masterKey, OrganisationKeys.IN_MEMORY));
    }

    @Override
    @SuppressWarnings("resource") // the draft closes it
    public Draft begin(String organisationId) throws IOException {
        StreamingAead key = keys.forStoring(organisationId);
        OctetDraft draft = store.begin(organisationId);
        try {
            return new SealedDraft(
                    organisationId, key, draft, sealing(organisationId, key, draft.name(), new Unclosed(draft)));
        } catch (IOException | RuntimeException failed) {
            draft.close();
            throw failed;
        }
    }

    @Override
    public InputStream open(String organisationId, String key) throws IOException {
        if (!Identifiers.isOrganisation(organisationId) || keys.isDestroyed(organisationId)) {
            throw new NoSuchMessageException(key);
        }
        if (!key.endsWith(SUFFIX)) {
            return store.open(organisationId, key);
        }
        String reference = key.substring(0, key.length() - SUFFIX.length());
        StreamingAead organisationKey =
                keys.forReading(organisationId).orElseThrow(() -> new NoSuchMessageException(key));
        return opened(organisationId, organisationKey, store.nameOf(reference), store.open(organisationId, reference));
    }

    static InputStream opened(String organisationId, StreamingAead key, String name, InputStream sealed)
            throws IOException {
        try {
            return key.newDecryptingStream(sealed, context(organisationId, name));
        } catch (GeneralSecurityException impossible) {
            sealed.close();
            throw new IOException("expected the message to be decrypted, but it cannot be", impossible);
        }
    }

    @Override
    public void removeAll(String organisationId) throws IOException {
        if (Identifiers.isOrganisation(organisationId)) {
            keys.destroy(organisationId);
            store.removeAll(organisationId);
        }
    }

    private static byte[] context(String organisationId, String reference) {
        return (organisationId + "\n" + reference).getBytes(StandardCharsets.UTF_8);
    }

    static OutputStream sealing(String organisationId, StreamingAead key, String name, OutputStream target)
            throws IOException {
        try {
            return key.newEncryptingStream(target, context(organisationId, name));
        } catch (GeneralSecurityException impossible) {
            throw new IOException("expected the message to be encrypted, but it cannot be", impossible);
        }
    }

    private final class SealedDraft extends DigestedDraft {

        private final String organisationId;
        private final StreamingAead organisationKey;
        private final OctetDraft draft;
        private final OutputStream sealing;

        SealedDraft(String organisationId, StreamingAead key, OctetDraft draft, OutputStream sealing) {
            super(sealing);
            this.organisationId = organisationId;
            this.organisationKey = key;
            this.draft = draft;
            this.sealing = sealing;
        }

        @Override
        public void finish() throws IOException {
            sealing.close();
            draft.drain();
        }

        @Override
        public InputStream open() throws IOException {
            return opened(organisationId, organisationKey, draft.name(), draft.open());
        }

        @Override
        public StoredMessage commit() throws IOException {
            sealing.close();
            String key = draft.commit();
            // The organisation may have been removed since the draft was begun: nobody could read the message. A key is
            // destroyed before anything is deleted, so one that stands now says that the message was there in time.
            if (keys.isDestroyed(organisationId)) {
                throw new IOException("expected an organisation that exists, but " + organisationId + " was removed");
            }
            return written(key + SUFFIX);
        }

        @Override
        public void close() throws IOException {
            draft.close();
        }
    }

    /** Takes the last segment when the encryption ends, without ending the draft. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() {}
    }
}
