package org.postroom.local.stack;

import java.util.TreeSet;

/** So many may work at once; of those that wait for a turn, the one with the lowest place gets the next. */
final class Turns {

    private final TreeSet<Integer> waiting = new TreeSet<>();
    private int left;

    /** @param most how many may work at once */
    Turns(int most) {
        left = most;
    }

    /**
     * Waits for a turn.
     *
     * @param place decides who goes first; no two that wait have the same
     */
    synchronized void take(int place) throws InterruptedException {
        waiting.add(place);
        try {
            while (left == 0 || waiting.first() != place) {
                wait();
            }
            left--;
        } finally {
            waiting.remove(place);
            notifyAll();
        }
    }

    synchronized void giveBack() {
        left++;
        notifyAll();
    }
}
