package org.postroom.runtime.message;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.postroom.runtime.id.IdSource;

/**
 * Keeps what is derived from the messages of a directory in files under {@code organisation/derived/}, where removing the
 * organisation's messages removes it, too. A file's time says when it was last read, to a day.
 */
final class DerivedFiles implements DerivedStore {

    private static final String FOLDER = "derived";
    private static final String DRAFT = ".";
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Path root;
    private final OrganisationKeys keys;
    private final IdSource ids;
    private final Clock clock;

    DerivedFiles(Path root, OrganisationKeys keys, IdSource ids, Clock clock) {
        this.root = root;
        this.keys = keys;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public ContentNaming naming(String organisationId) throws IOException {
        return new ContentNaming(keys.forNaming(organisationId));
    }

    @Override
    public boolean has(String organisationId, String name) throws IOException {
        Path file = file(organisationId, name);
        boolean there = Files.isRegularFile(file) && !keys.isDestroyed(organisationId);
        if (there) {
            noteReading(file);
        }
        return there;
    }

    @Override
    public InputStream open(String organisationId, String name) throws IOException {
        Path file = file(organisationId, name);
        var key = keys.forReading(organisationId).orElseThrow(() -> new NoSuchMessageException(name));
        try {
            InputStream sealed = Files.newInputStream(file);
            noteReading(file);
            return EncryptedMessageStore.opened(organisationId, key, context(name), sealed);
        } catch (NoSuchFileException missing) {
            throw new NoSuchMessageException(name);
        }
    }

    @Override
    @SuppressWarnings("resource") // the draft closes it
    public DerivedDraft begin(String organisationId, String name) throws IOException {
        Path file = file(organisationId, name);
        var key = keys.forStoring(organisationId);
        OwnerOnly.createDirectories(root.resolve(organisationId).resolve(FOLDER));
        Path temporary = file.resolveSibling(DRAFT + ids.next());
        FileChannel channel = OwnerOnly.create(temporary);
        try {
            OutputStream sealing = EncryptedMessageStore.sealing(
                    organisationId,
                    key,
                    context(name),
                    new BufferedOutputStream(Channels.newOutputStream(channel), OrganisationKeys.PIECE));
            return new FileDraft(organisationId, file, temporary, channel, sealing);
        } catch (IOException | RuntimeException failed) {
            channel.close();
            Files.deleteIfExists(temporary);
            throw failed;
        }
    }

    @Override
    public int removeUnread(Duration unread) throws IOException {
        FileTime before = FileTime.from(clock.instant().minus(unread));
        int removed = 0;
        try (DirectoryStream<Path> organisations = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path organisation : organisations) {
                removed += removeUnread(organisation.resolve(FOLDER), before);
            }
        }
        return removed;
    }

    private static int removeUnread(Path folder, FileTime before) throws IOException {
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).compareTo(before) < 0 && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
        } catch (NoSuchFileException | DirectoryIteratorException goneMeanwhile) {
            return removed;
        }
        return removed;
    }

    private void noteReading(Path file) throws IOException {
        Instant now = clock.instant();
        try {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(A_DAY))) {
                Files.setLastModifiedTime(file, FileTime.from(now));
            }
        } catch (NoSuchFileException removedMeanwhile) {
            // It is made anew when it is needed again.
        }
    }

    private Path file(String organisationId, String name) throws IOException {
        if (!Identifiers.isOrganisation(organisationId) || !Identifiers.isPart(name)) {
            throw new NoSuchMessageException(name);
        }
        return root.resolve(organisationId).resolve(FOLDER).resolve(name);
    }

    /** No message's name has this form. */
    private static String context(String name) {
        return FOLDER + "/" + name;
    }

    private final class FileDraft extends DerivedDraft {

        private final String organisationId;
        private final Path file;
        private final Path temporary;
        private final FileChannel channel;
        private final OutputStream sealing;

        FileDraft(String organisationId, Path file, Path temporary, FileChannel channel, OutputStream sealing) {
            this.organisationId = organisationId;
            this.file = file;
            this.temporary = temporary;
            this.channel = channel;
            this.sealing = sealing;
        }

        @Override
        public void write(int octet) throws IOException {
            sealing.write(octet);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            sealing.write(bytes, offset, length);
        }

        @Override
        public void keep() throws IOException {
            sealing.close();
            // Without it, a power cut could leave a name without its content.
            try (FileChannel written = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                written.force(false);
            }
            Files.setLastModifiedTime(temporary, FileTime.from(clock.instant()));
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            // As with messages: one whose organisation was removed meanwhile must not stay.
            if (keys.isDestroyed(organisationId)) {
                Files.deleteIfExists(file);
                throw new IOException("expected an organisation that exists, but " + organisationId + " was removed");
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
            Files.deleteIfExists(temporary);
        }
    }
}
