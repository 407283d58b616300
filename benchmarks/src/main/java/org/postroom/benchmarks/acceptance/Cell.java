package org.postroom.benchmarks.acceptance;

import java.util.Locale;

/**
 * One way of sending mail to a server.
 *
 * @param size the size of each mail in bytes, header included
 * @param sessions how many connections there are at once
 * @param keptOpen whether a connection takes several mails
 * @param mails how many mails make one run
 */
record Cell(int size, int sessions, boolean keptOpen, int mails) {

    /** What it is called in the table. */
    String name() {
        return String.format(
                Locale.ROOT,
                "%s, %d %s, %s",
                size >= 1_000_000 ? size / 1_000_000 + " MB" : size / 1_000 + " kB",
                sessions,
                sessions == 1 ? "session" : "sessions",
                keptOpen ? "kept open" : "one mail each");
    }
}
