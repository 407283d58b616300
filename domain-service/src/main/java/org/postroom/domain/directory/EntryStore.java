package org.postroom.domain.directory;

import java.util.List;
import java.util.Optional;

/** Keeps the entries of all organisations; each method sees one organisation only. Writing happens inside {@link Changes}. */
public interface EntryStore {

    /** Finds the newest version of an entry. */
    <T extends Configured> Optional<Entry<T>> find(String organisationId, Kind kind, Class<T> type, String id);

    /** Returns all entries of a kind, in the order of their labels. */
    <T extends Configured> List<Entry<T>> all(String organisationId, Kind kind, Class<T> type);

    /**
     * Returns the entries of a kind behind the one that the query names, in the order of their labels.
     *
     * @param limit how many at most, instead of the query's limit
     */
    <T extends Configured> List<Entry<T>> some(
            String organisationId, Kind kind, Class<T> type, ListQuery query, int limit);

    /** Finds the identifier of the entry that has a name alone in its organisation. */
    Optional<String> holder(String organisationId, Kind kind, String uniqueName);

    /** Whether the entry exists. */
    boolean exists(String organisationId, Kind kind, String id);

    /** How many entries of the kind there are. */
    int count(String organisationId, Kind kind);

    /** Adds an entry; false where its name or identifier is taken, after which the change must be given up. */
    <T extends Configured> boolean insert(String organisationId, Kind kind, Entry<T> entry);

    /** Replaces an entry's state; false where its name is taken, after which the change must be given up. */
    <T extends Configured> boolean update(String organisationId, Kind kind, Entry<T> entry);

    /** Removes an entry that nothing needs. */
    void delete(String organisationId, Kind kind, String id);

    /** Forgets what an entry needs, which is about to be removed together with others. */
    void release(String organisationId, Kind kind, String id);

    /** Forgets what any entry of an organisation needs, which is about to be removed as a whole. */
    void releaseAll(String organisationId);

    /** Names the entries that need this one, by kind and label, for instance {@code queue Support}. */
    List<String> users(String organisationId, Kind kind, String id);
}
