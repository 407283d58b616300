package org.postroom.verification.maildomain;

/** What made a check run. */
public enum CheckTrigger {
    /** It was due. */
    SCHEDULE,
    /** A user asked for it. */
    REQUEST
}
