package org.postroom.domain.audit;

/** What was done to an entry. */
public enum Action {
    /** It was added. */
    CREATED,
    /** It has a new version. */
    CHANGED,
    /** It was removed. */
    REMOVED
}
