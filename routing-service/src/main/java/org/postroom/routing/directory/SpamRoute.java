package org.postroom.routing.directory;

/** What happens to an address's mail that is taken for spam. */
public enum SpamRoute {
    /** It becomes no work, and is listed. */
    DISCONNECT,
    /** A flow decides: the address's flow for spam. */
    FLOW
}
