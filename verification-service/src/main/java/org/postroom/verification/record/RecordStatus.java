package org.postroom.verification.record;

/** What a check found for one record. */
public enum RecordStatus {
    /** It is there as issued. */
    OK,
    /** Every server says that there is none. */
    MISSING,
    /** There is one, but with a different value. */
    MISMATCH,
    /** It is there, and others beside it that must not be. */
    DUPLICATE,
    /** Some of the domain's servers have it, others do not yet. */
    PENDING,
    /** It could not be found out; this is never taken for absence. */
    LOOKUP_ERROR
}
