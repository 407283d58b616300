package org.postroom.local.chaos;

import java.util.List;

/**
 * The balance of a run.
 *
 * @param accepted mails that were answered with 250
 * @param requested replies that agents gave and that were taken
 * @param sent replies that are told to have been sent
 * @param uncertain replies of which nobody knows whether they arrived, and which were not sent again for that reason
 * @param lost Message-IDs of accepted mails that have come to no end
 * @param doubled what happened twice, in words
 * @param missing replies that are told to have been sent and never arrived
 */
record Balance(
        int accepted, int requested, long sent, long uncertain, List<String> lost, List<String> doubled, int missing) {

    Balance {
        lost = List.copyOf(lost);
        doubled = List.copyOf(doubled);
    }

    /** Whether every promise was kept: nothing lost, nothing doubled. */
    boolean isGood() {
        return lost.isEmpty() && doubled.isEmpty() && missing == 0;
    }
}
