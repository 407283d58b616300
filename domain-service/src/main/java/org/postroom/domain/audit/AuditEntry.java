package org.postroom.domain.audit;

/**
 * A change in its place in the audit trail.
 *
 * @param sequence its place, counted from 1 within the organisation
 * @param change the change
 */
public record AuditEntry(long sequence, AuditedChange change) {}
