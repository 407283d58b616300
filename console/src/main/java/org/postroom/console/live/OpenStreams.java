package org.postroom.console.live;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The streams that are open, by organisation and user. None has more than its share: for a new one that would be too many
 * the oldest ends, so that the page in front of a user is the one that lives. And none outlives what it rests on.
 */
public final class OpenStreams {

    private final int mostOfUser;
    private final int mostOfOrganisation;
    private final Map<String, Map<String, SequencedSet<Stream>>> organisations = new HashMap<>();

    /**
     * Begins without a stream.
     *
     * @param mostOfUser how many streams one user may have
     * @param mostOfOrganisation how many all users of an organisation may have together
     */
    public OpenStreams(int mostOfUser, int mostOfOrganisation) {
        this.mostOfUser = mostOfUser;
        this.mostOfOrganisation = mostOfOrganisation;
    }

    /**
     * Adds a stream, and ends another where there are too many now.
     *
     * @param stands whether the stream may go on; asked again and again
     * @param end ends the stream; it is called once at most, does not wait, and the stream is forgotten then
     * @return forgets the stream, for when it ended by itself
     */
    public Runnable add(String organisationId, String userId, BooleanSupplier stands, Runnable end) {
        var stream = new Stream(organisationId, userId, stands, end);
        @Nullable Stream tooMany;
        synchronized (this) {
            Map<String, SequencedSet<Stream>> users =
                    organisations.computeIfAbsent(organisationId, first -> new HashMap<>());
            users.computeIfAbsent(userId, first -> new LinkedHashSet<>()).add(stream);
            tooMany = tooMany(users, userId).orElse(null);
            if (tooMany != null) {
                forget(tooMany);
            }
        }
        if (tooMany != null) {
            tooMany.end().run();
        }
        return () -> forget(stream);
    }

    /** Ends every stream whose session, organisation or permission is gone. */
    public void endWhatNoLongerStands() {
        for (Stream stream : all()) {
            if (!stream.stands().getAsBoolean() && forget(stream)) {
                stream.end().run();
            }
        }
    }

    /** How many streams are open. */
    public synchronized int size() {
        return organisations.values().stream().mapToInt(OpenStreams::streams).sum();
    }

    private Optional<Stream> tooMany(Map<String, SequencedSet<Stream>> users, String newest) {
        SequencedSet<Stream> own = users.getOrDefault(newest, new LinkedHashSet<>());
        if (own.size() > mostOfUser) {
            return Optional.of(own.getFirst());
        }
        if (streams(users) <= mostOfOrganisation) {
            return Optional.empty();
        }
        return users.values().stream()
                .max(Comparator.comparingInt(SequencedSet::size))
                .map(SequencedSet::getFirst);
    }

    private static int streams(Map<String, SequencedSet<Stream>> users) {
        return users.values().stream().mapToInt(SequencedSet::size).sum();
    }

    private synchronized List<Stream> all() {
        List<Stream> all = new ArrayList<>();
        organisations.values().forEach(users -> users.values().forEach(all::addAll));
        return all;
    }

    private synchronized boolean forget(Stream stream) {
        @Nullable Map<String, SequencedSet<Stream>> users = organisations.get(stream.organisationId());
        @Nullable SequencedSet<Stream> own = users == null ? null : users.get(stream.userId());
        if (users == null || own == null || !own.remove(stream)) {
            return false;
        }
        if (own.isEmpty()) {
            users.remove(stream.userId());
        }
        if (users.isEmpty()) {
            organisations.remove(stream.organisationId());
        }
        return true;
    }

    /** One stream; two are never the same, whatever they are made of. */
    private static final class Stream {

        private final String organisationId;
        private final String userId;
        private final BooleanSupplier stands;
        private final Runnable end;

        Stream(String organisationId, String userId, BooleanSupplier stands, Runnable end) {
            this.organisationId = organisationId;
            this.userId = userId;
            this.stands = stands;
            this.end = end;
        }

        String organisationId() {
            return organisationId;
        }

        String userId() {
            return userId;
        }

        BooleanSupplier stands() {
            return stands;
        }

        Runnable end() {
            return end;
        }
    }
}
