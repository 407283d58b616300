package org.postroom.runtime.message;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.postroom.runtime.id.IdSource;

/** Keeps each message as it is, as one file. Services keep theirs encrypted: {@link EncryptedMessageStore}. */
public final class FileSystemMessageStore implements MessageStore {

    private final FileSystemOctets octets;

    /** Keeps messages under the given directory, which is created when it does not exist. */
    public FileSystemMessageStore(Path root, IdSource ids, Clock clock) throws IOException {
        this.octets = new FileSystemOctets(root, ids, clock);
    }

    @Override
    @SuppressWarnings("resource") // the draft closes it
    public Draft begin(String organisationId) throws IOException {
        return new PlainDraft(octets.begin(organisationId));
    }

    @Override
    public InputStream open(String organisationId, String key) throws IOException {
        return octets.open(organisationId, key);
    }

    @Override
    public void removeAll(String organisationId) throws IOException {
        octets.removeAll(organisationId);
    }

    int clearDrafts(Duration untouched) throws IOException {
        return octets.clearDrafts(untouched);
    }

    OwnerOnly.Tightened tighten() throws IOException {
        return octets.tighten();
    }

    private static final class PlainDraft extends DigestedDraft {

        private final OctetDraft octets;

        PlainDraft(OctetDraft octets) {
            super(octets);
            this.octets = octets;
        }

        @Override
        public StoredMessage commit() throws IOException {
            return written(octets.commit());
        }

        @Override
        public void close() throws IOException {
            octets.close();
        }
    }
}
