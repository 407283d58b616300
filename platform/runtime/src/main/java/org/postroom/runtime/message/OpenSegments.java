package org.postroom.runtime.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The segments that this process adds to: one for each organisation that has had something stored of late, in the directory of
 * the day. Another process adds to its own. None is taken up again after a restart.
 */
final class OpenSegments {

    private static final Logger LOG = LoggerFactory.getLogger(OpenSegments.class);

    /** How long a segment grows, in octets, until another one is begun. */
    static final long MOST_OCTETS = 64L * 1024 * 1024;

    private static final int MOST_OPEN = 500;
    private static final Duration UNUSED = Duration.ofMinutes(5);

    private final FileSystemOctets files;
    private final long mostOctets;
    private final Cache<String, Opened> open;

    private record Opened(Path directory, String name, Segment segment) {}

    /** @param files makes the directories that segments lie in */
    OpenSegments(FileSystemOctets files, long mostOctets) {
        this.files = files;
        this.mostOctets = mostOctets;
        this.open = Caffeine.newBuilder()
                .maximumSize(MOST_OPEN)
                .expireAfterAccess(UNUSED)
                .scheduler(Scheduler.systemScheduler())
                .<String, Opened>evictionListener(OpenSegments::close)
                .build();
    }

    /**
     * Adds content to an organisation's segment and waits until it is durable.
     *
     * @param place where it would lie as a file; its segment is in the same directory
     */
    SegmentLocation add(String organisationId, FileSystemOctets.Place place, byte[] content, int length)
            throws IOException {
        while (true) {
            Opened opened = opened(organisationId, place);
            long offset;
            try {
                offset = opened.segment().add(content, length);
            } catch (IOException failed) {
                open.asMap().remove(organisationId, opened);
                throw failed;
            }
            if (offset >= 0) {
                return new SegmentLocation(opened.name(), offset, length);
            }
            open.asMap().remove(organisationId, opened);
        }
    }

    /** Takes nothing more into the organisation's segment. */
    void close(String organisationId) {
        close(organisationId, open.asMap().remove(organisationId), RemovalCause.EXPLICIT);
    }

    private Opened opened(String organisationId, FileSystemOctets.Place place) throws IOException {
        try {
            return open.asMap().compute(organisationId, (id, present) -> {
                if (present != null
                        && present.directory().equals(place.directory())
                        && present.segment().size() < mostOctets) {
                    return present;
                }
                close(id, present, RemovalCause.REPLACED);
                return begin(place);
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /** The name of what is stored first in a segment is not used for anything else, and so is the segment's. */
    private Opened begin(FileSystemOctets.Place place) {
        try {
            files.makeDirectory(place);
            return new Opened(place.directory(), place.id(), new Segment(place.directory(), place.id()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void close(@Nullable String organisationId, @Nullable Opened opened, RemovalCause cause) {
        if (opened == null) {
            return;
        }
        try {
            opened.segment().close();
        } catch (IOException stuck) {
            LOG.atWarn()
                    .addKeyValue("organisationId", organisationId)
                    .setCause(stuck)
                    .log("A segment could not be closed");
        }
    }
}
