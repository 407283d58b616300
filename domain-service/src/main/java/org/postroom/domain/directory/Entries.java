package org.postroom.domain.directory;

import org.postroom.runtime.security.SignedInUser;

/**
 * Adds, changes and removes the entries of one kind: the {@link Directory} itself, or a use case that keeps rules of its
 * own before it asks the directory.
 *
 * @param <T> the kind of entry
 */
public interface Entries<T> {

    /**
     * Adds an entry with a new identifier.
     *
     * @throws org.postroom.runtime.problem.InvalidFieldException where a field is refused, and likewise for several
     * @throws org.postroom.runtime.problem.ConflictException where its name is taken
     */
    Entry<T> create(SignedInUser user, T value);

    /**
     * Replaces an entry's state.
     *
     * @param version the version that the user has seen
     * @throws org.postroom.runtime.problem.NotFoundException where there is no such entry
     * @throws org.postroom.runtime.problem.InvalidFieldException where a field is refused, and likewise for several
     * @throws org.postroom.runtime.problem.ConflictException where the entry has changed since, or its new name is taken
     */
    Entry<T> replace(SignedInUser user, String id, long version, T value);

    /**
     * Removes an entry.
     *
     * @throws org.postroom.runtime.problem.NotFoundException where there is no such entry
     * @throws org.postroom.runtime.problem.ConflictException where others need it; the message names them
     */
    void remove(SignedInUser user, String id);
}
