package org.postroom.local.stack;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * So many may work at once. Nobody gets a turn while somebody with a lower place could take one, whether that one has come to
 * ask for it yet or not: otherwise those who wait for others could hold all turns, and the others never get one.
 */
final class Turns {

    private final IntPredicate isDue;
    private final BitSet begun = new BitSet();
    private int left;

    /**
     * Begins with all turns left.
     *
     * @param most how many may work at once
     * @param isDue whether whoever has a place could work now
     */
    Turns(int most, IntPredicate isDue) {
        this.left = most;
        this.isDue = isDue;
    }

    /** Waits for a turn; each place takes one once. */
    synchronized void take(int place) throws InterruptedException {
        while (left == 0 || isSomebodyBefore(place)) {
            wait();
        }
        begun.set(place);
        left--;
        notifyAll();
    }

    synchronized void giveBack() {
        left++;
        notifyAll();
    }

    /** Looks again who could work: something that others waited for has come to its end. */
    synchronized void lookAgain() {
        notifyAll();
    }

    private boolean isSomebodyBefore(int place) {
        for (int before = begun.nextClearBit(0); before < place; before = begun.nextClearBit(before + 1)) {
            if (isDue.test(before)) {
                return true;
            }
        }
        return false;
    }
}
