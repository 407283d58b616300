package org.postroom.runtime.message;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.postroom.runtime.id.IdSource;

/**
 * Keeps the octets of each message as one file under {@code organisation/year-month-day/}. A message is written under a temporary
 * name, flushed to the disk, and only then given its name, so that a crash never leaves half of one
 * under its name; what it leaves under the temporary one is cleared later. Only the user who runs the services can read
 * any of it.
 */
final class FileSystemOctets implements OctetStore {

    private static final String DRAFT = ".";
    private static final int BUFFER_SIZE = 64 * 1024;

    private final Path root;
    private final IdSource ids;
    private final Clock clock;

    /** Keeps messages under the given directory, which is created when it does not exist. */
    FileSystemOctets(Path root, IdSource ids, Clock clock) throws IOException {
        OwnerOnly.createDirectories(root);
        this.root = root.toRealPath();
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public OctetDraft begin(String organisationId) throws IOException {
        return draft(place(organisationId));
    }

    @Override
    public String nameOf(String key) {
        return key;
    }

    /**
     * Where something of an organisation is to lie.
     *
     * @param directory the directory, which may not exist yet
     * @param day the key of the directory
     * @param id names it within the directory
     */
    record Place(Path directory, String day, String id) {

        /** Names it among all that is ever stored. */
        String key() {
            return day + "/" + id;
        }
    }

    /** Gives a new place; what is to lie there needs its directory first. */
    Place place(String organisationId) throws IOException {
        if (!Identifiers.isOrganisation(organisationId)) {
            throw new IOException("expected an organisation id of letters, digits, - and _, but got " + organisationId);
        }
        String day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        Path directory = root.resolve(organisationId).resolve(day);
        return new Place(directory, organisationId + "/" + day, ids.next());
    }

    /** Makes the directory of a place, and makes it durable, unless it is there. */
    void makeDirectory(Place place) throws IOException {
        if (!Files.isDirectory(place.directory())) {
            OwnerOnly.createDirectories(place.directory());
            OwnerOnly.flush(root);
            OwnerOnly.flush(Objects.requireNonNull(place.directory().getParent()));
        }
    }

    /** Begins to write to a place. */
    OctetDraft draft(Place place) throws IOException {
        makeDirectory(place);
        return new FileDraft(place.directory(), place.id(), place.key());
    }

    /** The file of this key. */
    Path file(String key) {
        return root.resolve(key);
    }

    @Override
    public InputStream open(String organisationId, String key) throws IOException {
        if (!Identifiers.isKeyOf(organisationId, key)) {
            throw new NoSuchMessageException(key);
        }
        try {
            return Files.newInputStream(root.resolve(key));
        } catch (NoSuchFileException missing) {
            throw new NoSuchMessageException(key);
        }
    }

    @Override
    public void removeAll(String organisationId) throws IOException {
        Path directory = root.resolve(organisationId);
        if (!Identifiers.isOrganisation(organisationId) || !Files.isDirectory(directory)) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (UncheckedIOException changedMeanwhile) {
            throw changedMeanwhile.getCause();
        }
        OwnerOnly.flush(root);
    }

    /**
     * Removes what writers that were killed have left behind: drafts that nobody has written to for long.
     *
     * @param untouched how long; longer than anybody writes on one message
     * @return how many were removed
     */
    int clearDrafts(Duration untouched) throws IOException {
        FileTime before = FileTime.from(clock.instant().minus(untouched));
        int removed = 0;
        for (Path organisation : directories(root)) {
            if (!Identifiers.isOrganisation(organisation.getFileName().toString())) {
                continue;
            }
            for (Path day : directories(organisation)) {
                removed += clearDrafts(day, before);
            }
        }
        return removed;
    }

    /**
     * Takes what an earlier version has written from everybody but the user who runs the services.
     *
     * @return how many files and directories others could read until now, and how many they still can, since they belong to
     *     another user
     */
    OwnerOnly.Tightened tighten() throws IOException {
        return OwnerOnly.tighten(root);
    }

    private static int clearDrafts(Path day, FileTime before) throws IOException {
        int removed = 0;
        try (DirectoryStream<Path> drafts = Files.newDirectoryStream(day, DRAFT + "*")) {
            for (Path draft : drafts) {
                if (Files.getLastModifiedTime(draft).compareTo(before) < 0 && Files.deleteIfExists(draft)) {
                    removed++;
                }
            }
        } catch (NoSuchFileException | DirectoryIteratorException goneMeanwhile) {
            return removed;
        }
        return removed;
    }

    private static List<Path> directories(Path parent) throws IOException {
        List<Path> directories = new ArrayList<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(parent, Files::isDirectory)) {
            children.forEach(directories::add);
        } catch (NoSuchFileException goneMeanwhile) {
            return List.of();
        }
        return directories;
    }

    private static final class FileDraft extends OctetDraft {

        private final Path directory;
        private final String name;
        private final String key;
        private final Path temporary;
        private final FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
        private boolean committed;

        FileDraft(Path directory, String name, String key) throws IOException {
            this.directory = directory;
            this.name = name;
            this.key = key;
            this.temporary = directory.resolve(DRAFT + name);
            this.channel = OwnerOnly.create(temporary);
        }

        @Override
        String name() {
            return key;
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int written = 0;
            while (written < length) {
                int part = Math.min(buffer.remaining(), length - written);
                buffer.put(bytes, offset + written, part);
                written += part;
                if (!buffer.hasRemaining()) {
                    drain();
                }
            }
        }

        @Override
        void drain() throws IOException {
            buffer.flip();
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            buffer.clear();
        }

        @Override
        InputStream open() throws IOException {
            return Files.newInputStream(temporary);
        }

        @Override
        String commit() throws IOException {
            drain();
            channel.force(false);
            channel.close();
            Files.move(temporary, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            committed = true;
            OwnerOnly.flush(directory);
            return key;
        }

        @Override
        public void close() throws IOException {
            channel.close();
            if (!committed) {
                Files.deleteIfExists(temporary);
            }
        }
    }
}
