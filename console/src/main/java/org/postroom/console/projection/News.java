package org.postroom.console.projection;

/** What open pages hear of a batch of changes. */
public enum News {
    /** Nothing: much is still to come, and each change would make pages ask for what is old already. */
    NONE,
    /** What has changed. */
    CHANGES,
    /** That anything may have changed: for a while they heard nothing. */
    EVERYTHING
}
