package org.postroom.console.supervision;

import java.time.Duration;

/**
 * How many interactions of a queue an agent took in time, of those that were due within the last 24 hours: taken then, or waiting for
 * longer than they may.
 *
 * @param wantedPercent the share that is to be taken in time, 0 to 100
 * @param within the time
 * @param due how many were due
 * @param inTime how many of these were taken in time
 */
public record ServiceLevel(int wantedPercent, Duration within, int due, int inTime) {

    /** The share that was taken in time, in whole per cent; 100 where none was due. */
    public int percent() {
        return due == 0 ? 100 : (int) (100L * inTime / due);
    }

    /** True where it is less than is wanted. */
    public boolean isMissed() {
        return percent() < wantedPercent;
    }

    /** For instance {@code 85 % of 20}; a dash where none was due. */
    public String inWords() {
        return due == 0 ? "\u2013" : percent() + " % of " + due;
    }

    /** What is wanted, for instance {@code 80 % within 24 h}. */
    public String wantedInWords() {
        return wantedPercent + " % within " + time();
    }

    private String time() {
        if (within.toSeconds() % 3600 == 0) {
            return within.toHours() + " h";
        }
        return within.toSeconds() % 60 == 0 ? within.toMinutes() + " min" : within.toSeconds() + " s";
    }
}
