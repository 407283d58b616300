package org.postroom.routing.decision;

/** The decision code of version 3: as the second, but what a queue, a flow and an agent are configured to do is obeyed in full. */
final class ThirdVersion {

    /** The number of this version. */
    static final int NUMBER = 3;

    private ThirdVersion() {}

    /** Decides upon one input. What was due before by its timer comes first, so a late answer finds its offer gone. */
    static void decide(Turn turn, RoutingInput input) {
        SecondVersion.decide(turn, input);
    }

    /**
     * Begins with what an earlier version knew. The releases of then did not store which flow decides on spam, so it is not
     * known here either, whether the state was kept, restored or made anew from the journal.
     */
    static void begin(RoutingState state) {
        state.directory().forgetSpamFlows();
    }
}
