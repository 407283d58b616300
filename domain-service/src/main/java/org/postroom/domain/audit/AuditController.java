package org.postroom.domain.audit;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.domain.audit.AuditTrail.AuditEntry;
import org.postroom.domain.audit.AuditedChange.Action;
import org.postroom.runtime.problem.InvalidFieldException;
import org.postroom.runtime.security.SignedInUser;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit trail of the caller's organisation. */
@RestController
@RequestMapping("/api/audit")
@PreAuthorize("hasAuthority('audit:view')")
class AuditController {

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    /** The newest changes first; {@code next} is the {@code before} of the next page, null on the last one. */
    @GetMapping
    PageJson newest(
            SignedInUser user,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String id,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "100") int limit) {
        List<AuditEntry> entries = trail.newest(user.organisationId(), query(kind, id, before, limit));
        Long next = entries.size() < limit ? null : entries.getLast().sequence();
        return new PageJson(entries.stream().map(EntryJson::of).toList(), next);
    }

    private static AuditQuery query(@Nullable String kind, @Nullable String id, @Nullable Long before, int limit) {
        try {
            return new AuditQuery(kind, id, before, limit);
        } catch (IllegalArgumentException refused) {
            throw new InvalidFieldException("limit", String.valueOf(refused.getMessage()));
        }
    }

    /**
     * A part of the trail.
     *
     * @param entries the changes, the newest first
     * @param next what {@code before} must be for the next page; null where there is none
     */
    record PageJson(List<EntryJson> entries, @Nullable Long next) {}

    /**
     * A change.
     *
     * @param sequence its place in the organisation's trail, counted from 1
     * @param changedAt when
     * @param changedBy the user who made it
     * @param kind the kind of entry
     * @param id the entry's identifier
     * @param label what people call the entry
     * @param action CREATED, CHANGED or REMOVED
     * @param version the entry's version
     * @param changes what the change did to each field that it touched
     */
    record EntryJson(
            long sequence,
            Instant changedAt,
            String changedBy,
            String kind,
            String id,
            String label,
            Action action,
            long version,
            List<FieldChange> changes) {

        static EntryJson of(AuditEntry entry) {
            var change = entry.change();
            return new EntryJson(
                    entry.sequence(),
                    change.changedAt(),
                    change.changedBy(),
                    change.kind(),
                    change.id(),
                    change.label(),
                    change.action(),
                    change.version(),
                    change.changes());
        }
    }
}
