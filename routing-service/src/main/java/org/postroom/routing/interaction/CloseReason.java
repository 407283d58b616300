package org.postroom.routing.interaction;

/** Why an interaction ended. */
public enum CloseReason {
    /** The customer's server took the reply. */
    ANSWERED,
    /** The agent ended it without a further reply. */
    CLOSED_BY_AGENT,
    /** Its organisation was removed while it was open. */
    ORGANISATION_REMOVED
}
