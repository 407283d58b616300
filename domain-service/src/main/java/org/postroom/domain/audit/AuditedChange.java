package org.postroom.domain.audit;

import java.time.Instant;
import java.util.List;

/**
 * One change of something that an organisation has configured.
 *
 * @param changedAt when
 * @param changedBy the user who made it
 * @param kind the kind of entry, for instance {@code queue}
 * @param id the entry's identifier
 * @param label what people call it, after the change; before it where it was removed
 * @param action what was done
 * @param version the version that the change made; the last one where it was removed
 * @param changes what it did to each field that it touched
 */
public record AuditedChange(
        Instant changedAt,
        String changedBy,
        String kind,
        String id,
        String label,
        Action action,
        long version,
        List<FieldChange> changes) {

    /** Copies the fields. */
    public AuditedChange {
        changes = List.copyOf(changes);
    }

    /** What was done to an entry. */
    public enum Action {
        /** It was added. */
        CREATED,
        /** It has a new version. */
        CHANGED,
        /** It was removed. */
        REMOVED
    }
}
