package org.postroom.runtime.message;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is small in the organisation's segments, many behind each other in one file, so that those that arrive together are
 * made durable together; what is larger becomes a file of its own, as {@link FileSystemOctets} keeps it.
 *
 * <p>What is small is held in memory until it is committed: at most {@link #MOST_IN_SEGMENTS} octets of each draft.
 */
final class SegmentedOctets implements OctetStore {

    /** The largest content that is put into a segment, in octets. Beyond it, writing costs more than a file and its flush. */
    static final int MOST_IN_SEGMENTS = 128 * 1024;

    private static final int FIRST_CAPACITY = 8 * 1024;

    private final FileSystemOctets files;
    private final OpenSegments segments;

    SegmentedOctets(FileSystemOctets files) {
        this(files, OpenSegments.MOST_OCTETS);
    }

    SegmentedOctets(FileSystemOctets files, long mostOctetsOfASegment) {
        this.files = files;
        this.segments = new OpenSegments(files, mostOctetsOfASegment);
    }

    @Override
    public OctetDraft begin(String organisationId) throws IOException {
        return new SmallDraft(organisationId, files.place(organisationId));
    }

    @Override
    public String nameOf(String key) {
        int location = key.indexOf(SegmentLocation.MARK);
        return location < 0 ? key : key.substring(0, location);
    }

    @Override
    public InputStream open(String organisationId, String key) throws IOException {
        String name = nameOf(key);
        if (name.length() == key.length()) {
            return files.open(organisationId, key);
        }
        Optional<SegmentLocation> location = SegmentLocation.read(key.substring(name.length()));
        if (location.isEmpty() || !Identifiers.isKeyOf(organisationId, name)) {
            throw new NoSuchMessageException(key);
        }
        String day = name.substring(0, name.lastIndexOf('/') + 1);
        return new SegmentSlice(files.file(day + location.get().segment()), location.get(), key);
    }

    @Override
    public void removeAll(String organisationId) throws IOException {
        segments.close(organisationId);
        files.removeAll(organisationId);
    }

    private final class SmallDraft extends OctetDraft {

        private final String organisationId;
        private final FileSystemOctets.Place place;
        private byte[] content = new byte[FIRST_CAPACITY];
        private int length;
        private @Nullable OctetDraft large;

        SmallDraft(String organisationId, FileSystemOctets.Place place) {
            this.organisationId = organisationId;
            this.place = place;
        }

        @Override
        String name() {
            return place.key();
        }

        @Override
        public void write(int octet) throws IOException {
            write(new byte[] {(byte) octet}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            if (large == null && length + count > MOST_IN_SEGMENTS) {
                large = files.draft(place);
                large.write(content, 0, length);
                content = new byte[0];
            }
            if (large != null) {
                large.write(bytes, offset, count);
                return;
            }
            if (length + count > content.length) {
                content = Arrays.copyOf(content, Math.clamp(2L * (length + count), FIRST_CAPACITY, MOST_IN_SEGMENTS));
            }
            System.arraycopy(bytes, offset, content, length, count);
            length += count;
        }

        @Override
        void drain() throws IOException {
            if (large != null) {
                large.drain();
            }
        }

        @Override
        InputStream open() throws IOException {
            return large != null ? large.open() : new ByteArrayInputStream(content, 0, length);
        }

        @Override
        String commit() throws IOException {
            if (large != null) {
                return large.commit();
            }
            return place.key() + segments.add(organisationId, place, content, length);
        }

        @Override
        public void close() throws IOException {
            content = new byte[0];
            if (large != null) {
                large.close();
            }
        }
    }
}
