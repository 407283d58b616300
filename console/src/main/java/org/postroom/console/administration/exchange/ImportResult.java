package org.postroom.console.administration.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.FieldChange;

/**
 * What a document changes, or would change.
 *
 * @param dryRun true where nothing was changed
 * @param changes the entries that it concerns
 */
public record ImportResult(boolean dryRun, List<EntryChange> changes) {

    /** Copies the changes. */
    public ImportResult {
        changes = List.copyOf(changes);
    }

    /**
     * What becomes of one entry.
     *
     * @param kind what it is, for instance {@code queue}
     * @param name its name
     * @param action CREATED, CHANGED or REMOVED
     * @param fields what becomes of each field
     */
    public record EntryChange(
            String kind,
            String name,
            String action,
            @Nullable List<FieldChange> fields) {

        /** What becomes of it, in words. */
        public String actionLabel() {
            return switch (action) {
                case "CREATED" -> "added";
                case "REMOVED" -> "removed";
                default -> "changed";
            };
        }

        /** What becomes of each field; none where the service named none. */
        public List<FieldChange> changedFields() {
            return fields == null ? List.of() : fields;
        }
    }
}
