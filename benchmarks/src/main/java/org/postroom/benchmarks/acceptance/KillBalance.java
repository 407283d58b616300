package org.postroom.benchmarks.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of a run.
 *
 * @param mails how many were written
 * @param kills how often the reception was killed
 * @param accepted how many mails were answered with 250
 * @param stored how many lie in the store, every copy that the log names as the mail was sent
 * @param interactions how many interactions began
 * @param single how many mails began exactly one interaction
 * @param refused the mails that were refused for good, each with the answer
 * @param repeats how often a mail came again that was on the log already
 * @param lost how often a connection ended before the answer
 * @param deferred how often a mail was refused for now
 * @param starts how long each start took until the greeting, the quickest first
 */
record KillBalance(
        int mails,
        int kills,
        int accepted,
        long stored,
        int interactions,
        long single,
        Map<Integer, String> refused,
        int repeats,
        long lost,
        long deferred,
        List<Duration> starts) {

    KillBalance {
        refused = Map.copyOf(refused);
        starts = List.copyOf(starts);
    }

    /** Whether accepted = stored = interactions = all mails. */
    boolean isGood() {
        return accepted == mails && stored == mails && interactions == mails && single == mails && refused.isEmpty();
    }

    /** The account, as lines for people. */
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(count("mails written", mails));
        lines.add(count("times that the reception was killed", kills));
        lines.add(count("mails accepted", accepted));
        lines.add(count("mails stored as they were sent", stored));
        lines.add(count("interactions begun", interactions));
        lines.add(count("mails with exactly one interaction", single));
        lines.add(count("mails refused for good", refused.size()));
        lines.add(count("connections lost before the answer", lost));
        lines.add(count("of these taken already, and recognised", repeats));
        lines.add(count("answers that asked to come again", deferred));
        if (!starts.isEmpty()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "from a start to the greeting: half within %.1f s, all within %.1f s",
                    starts.get(starts.size() / 2).toMillis() / 1e3,
                    starts.getLast().toMillis() / 1e3));
        }
        refused.forEach((mail, answer) -> lines.add("refused: mail " + mail + ": " + answer));
        return lines;
    }

    private static String count(String what, long number) {
        return String.format(Locale.ROOT, "%-44s %,8d", what, number);
    }
}
