package org.postroom.routing.journal.kafka;

import org.postroom.routing.decision.EntityKind;

/**
 * The key of a stored entity: {@code organisation/kind/id}, so that one organisation's entities lie together. Neither an
 * organisation's id nor a kind contains a slash.
 */
record StateKey(String organisationId, EntityKind kind, String id) {

    private static final char SEPARATOR = '/';

    static StateKey parse(String key) {
        int kind = key.indexOf(SEPARATOR) + 1;
        int id = key.indexOf(SEPARATOR, kind) + 1;
        if (kind == 0 || id == 0) {
            throw new IllegalArgumentException("expected a key organisation/kind/id, but got " + key);
        }
        return new StateKey(
                key.substring(0, kind - 1), EntityKind.valueOf(key.substring(kind, id - 1)), key.substring(id));
    }

    static String prefix(String organisationId) {
        return organisationId + SEPARATOR;
    }

    String text() {
        return organisationId + SEPARATOR + kind.name() + SEPARATOR + id;
    }
}
