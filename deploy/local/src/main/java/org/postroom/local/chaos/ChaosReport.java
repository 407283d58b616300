package org.postroom.local.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param plan what it was to be like
 * @param balance what became of the mails
 * @param notTaken mails that no server had taken in the end
 * @param refused mails that were refused for good, each with the answer
 * @param recoveries what happened to the parts, and how long each took to be ready again
 * @param untilOffered how long each mail waited from its acceptance until it was first offered, the quickest first
 * @param nuisances what was answered to the organisation that misbehaved: kind, answer, how often
 * @param unreadable records in the log that nobody could read
 * @param settled whether all that was under way came to its end in time
 */
public record ChaosReport(
        ChaosPlan plan,
        Balance balance,
        int notTaken,
        Map<String, String> refused,
        List<Recovery> recoveries,
        List<Duration> untilOffered,
        Map<String, Map<String, Integer>> nuisances,
        long unreadable,
        boolean settled) {

    /** Whether every promise was kept: each mail taken and ended, nothing doubled, each part ready again. */
    public boolean isGood() {
        return settled
                && notTaken == 0
                && refused.isEmpty()
                && balance.isGood()
                && recoveries.stream().allMatch(Recovery::isReady);
    }

    /** Returns the account, as lines for people. */
    public List<String> lines() {
        return Words.of(this);
    }
}
