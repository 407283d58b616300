package org.postroom.routing.decision;

/**
 * The journal is decided upon by a later release from here on. This one must leave it alone: nothing is wrong with the record,
 * and to decide otherwise, or to set it aside, would be.
 */
public final class LaterDecisionVersionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LaterDecisionVersionException(int version, int newest) {
        super("expected a journal that is decided upon by version 1 to " + newest
                + " of the decision code, but it names version " + version
                + ": start the release that decided upon it, or a later one");
    }
}
