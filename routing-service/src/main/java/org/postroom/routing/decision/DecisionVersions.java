package org.postroom.routing.decision;

import java.util.SortedMap;
import java.util.TreeMap;
import org.postroom.routing.acd.Practice;

/**
 * The versions of the decision code, each of which is kept for as long as a journal has records that it decided upon. A change
 * that decides otherwise upon the same journal is a new version: what differs branches here, and what was decided before stays.
 */
final class DecisionVersions {

    /** What one version makes of an input, timers that were due before among it. */
    @FunctionalInterface
    interface DecisionCode {

        /** Decides upon one input. */
        void decide(Turn turn, RoutingInput input);
    }

    /** Every version that was released. */
    static final DecisionVersions RELEASED = new DecisionVersions()
            .with(1, FirstVersion::decide)
            .with(2, SecondVersion::decide)
            .with(ThirdVersion.NUMBER, ThirdVersion::decide);

    private final SortedMap<Integer, DecisionCode> byVersion = new TreeMap<>();

    private DecisionVersions() {}

    /** These and one more. */
    DecisionVersions with(int version, DecisionCode code) {
        var more = new DecisionVersions();
        more.byVersion.putAll(byVersion);
        more.byVersion.put(version, code);
        return more;
    }

    /** How a version gives work to agents. */
    static Practice practiceOf(int version) {
        return version == 1 ? Practice.FIRST : Practice.PRESENT;
    }

    int newest() {
        return byVersion.lastKey();
    }

    /**
     * The code of a version.
     *
     * @throws LaterDecisionVersionException where this release does not have it
     */
    DecisionCode of(int version) {
        var code = byVersion.get(version);
        if (code == null) {
            throw new LaterDecisionVersionException(version, newest());
        }
        return code;
    }
}
