package org.postroom.console.administration.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.FieldChange;
import org.postroom.console.administration.entry.Difference;
import org.postroom.console.administration.entry.EntryKind;
import org.postroom.console.administration.entry.Kinds;
import org.postroom.console.administration.entry.Options;

/**
 * One change of the audit trail.
 *
 * @param sequence its place in the organisation's trail
 * @param changedAt when
 * @param changedBy the user who made it
 * @param kind what was changed, for instance {@code queue}
 * @param id its identifier
 * @param label what people call it
 * @param action CREATED, CHANGED or REMOVED
 * @param version the version it became
 * @param changes what became of each field
 */
public record AuditLine(
        long sequence,
        Instant changedAt,
        String changedBy,
        String kind,
        String id,
        @Nullable String label,
        String action,
        long version,
        @Nullable List<FieldChange> changes) {

    /** What people call it; the identifier where it has no name. */
    public String name() {
        return label == null || label.isBlank() ? id : label;
    }

    /** The kind in words. */
    public String kindLabel() {
        return kind.replace('-', ' ');
    }

    /** What happened, in words. */
    public String actionLabel() {
        return switch (action) {
            case "CREATED" -> "added";
            case "REMOVED" -> "removed";
            default -> "changed";
        };
    }

    /** The pages of it; empty where it has none any more. */
    public String path() {
        if (action.equals("REMOVED")) {
            return "";
        }
        if (kind.equals("domain")) {
            return "/administration/domains/" + id;
        }
        return Kinds.all().stream()
                .filter(candidate -> candidate.key().equals(kind))
                .map(candidate -> candidate.path() + "/" + id)
                .findFirst()
                .orElse("");
    }

    /** What became of each field, in the words of its form. */
    public List<Difference> differences(Options options) {
        List<FieldChange> all = changes == null ? List.of() : changes;
        return Kinds.all().stream()
                .filter(candidate -> candidate.key().equals(kind))
                .findFirst()
                .map((EntryKind form) -> form.differences(all, options))
                .orElseGet(() -> all.stream()
                        .map(change ->
                                new Difference(change.field(), change.label(), change.fromText(), change.toText()))
                        .toList());
    }
}
