package org.postroom.domain.directory;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param text only entries whose label has this in it, in any case; null for all
 * @param after only entries behind the one with this identifier; null from the beginning
 * @param limit how many at most, 1 to 1000
 */
public record ListQuery(@Nullable String text, @Nullable String after, int limit) {

    private static final int MOST = 1000;

    /** Checks the limit. */
    public ListQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("expected 1 to " + MOST + " entries, but got " + limit);
        }
    }
}
