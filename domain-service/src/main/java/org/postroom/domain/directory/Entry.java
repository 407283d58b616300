package org.postroom.domain.directory;

import java.time.Instant;

/**
 * One entry of an organisation's directory.
 *
 * @param <T> the kind of entry
 * @param id the identifier, never reused
 * @param version the version, counted from 1
 * @param value the state
 * @param changedBy the user who made this version
 * @param changedAt when this version was made
 */
public record Entry<T>(String id, long version, T value, String changedBy, Instant changedAt) {

    Entry<T> next(T changed, String by, Instant at) {
        return new Entry<>(id, version + 1, changed, by, at);
    }
}
