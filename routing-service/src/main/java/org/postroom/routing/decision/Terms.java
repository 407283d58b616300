package org.postroom.routing.decision;

/**
 * What a decision depends on besides what it decides upon. It stands in the journal, so that a replay decides as was decided,
 * whatever the settings and the release are by then.
 *
 * @param decisionVersion the version of the decision code, counted from 1
 * @param policy how long routing remembers
 */
public record Terms(int decisionVersion, RoutingPolicy policy) {

    /** What applies to a journal that says nothing of its terms: those of the time before it said so. */
    public static final Terms FIRST = new Terms(1, RoutingPolicy.DEFAULT);

    /** Refuses a version below 1. */
    public Terms {
        if (decisionVersion < 1) {
            throw new IllegalArgumentException(
                    "expected a version of the decision code from 1 on, but got " + decisionVersion);
        }
    }
}
