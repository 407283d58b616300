package org.postroom.domain.audit;

import java.util.List;

/** Keeps every change of an organisation's configuration for as long as the organisation exists. */
public interface AuditTrail {

    /** Adds a change, as a part of the change itself: both take effect or neither. */
    void add(String organisationId, AuditedChange change);

    /** Returns the newest changes that fit, the newest first. */
    List<AuditEntry> newest(String organisationId, AuditQuery query);

    /**
     * A change in its place in the audit trail.
     *
     * @param sequence its place, counted from 1 within the organisation
     * @param change the change
     */
    record AuditEntry(long sequence, AuditedChange change) {}
}
