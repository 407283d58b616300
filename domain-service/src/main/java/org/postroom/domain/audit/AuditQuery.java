package org.postroom.domain.audit;

import org.jspecify.annotations.Nullable;

/**
 * Which part of an audit trail is asked for.
 *
 * @param kind only entries of this kind; null for all
 * @param id only this entry; null for all
 * @param before only changes before this place; null for the newest
 * @param limit how many at most, 1 to 1000
 */
public record AuditQuery(
        @Nullable String kind,
        @Nullable String id,
        @Nullable Long before,
        int limit) {

    private static final int MOST = 1000;

    /** Checks the limit. */
    public AuditQuery {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("expected 1 to " + MOST + " changes, but got " + limit);
        }
    }
}
