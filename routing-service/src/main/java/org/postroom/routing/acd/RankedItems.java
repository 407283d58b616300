package org.postroom.routing.acd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Interactions in order, best first. They are kept in sorted blocks with their ranks in plain arrays, so that finding a
 * place touches a handful of cache lines however many wait; a tree of objects would touch two for each of its levels.
 */
final class RankedItems {

    private Block[] blocks = new Block[1];
    private long[] worstRanks = new long[1];
    private int count;

    boolean isEmpty() {
        return count == 0;
    }

    /** The best, or null where there is none. */
    @Nullable
    WaitingItem best() {
        return count == 0 ? null : blocks[0].items[0];
    }

    /** The best that fits, or null where none does. */
    @Nullable
    WaitingItem best(Predicate<WaitingItem> fits) {
        for (int number = 0; number < count; number++) {
            var block = blocks[number];
            for (int place = 0; place < block.count; place++) {
                if (fits.test(block.items[place])) {
                    return block.items[place];
                }
            }
        }
        return null;
    }

    /** Adds an item; without effect where it is there already. */
    void add(WaitingItem item) {
        if (count == 0) {
            insertBlock(0, new Block());
        }
        int number = blockOf(item);
        if (blocks[number].isFull()) {
            insertBlock(number + 1, blocks[number].splitOff());
            noteWorst(number);
            number = blockOf(item);
        }
        blocks[number].add(item);
        noteWorst(number);
    }

    /** Removes an item; false where it is not there. */
    boolean remove(WaitingItem item) {
        if (count == 0) {
            return false;
        }
        int number = blockOf(item);
        if (!blocks[number].remove(item)) {
            return false;
        }
        if (blocks[number].count == 0) {
            removeBlock(number);
        } else {
            noteWorst(number);
        }
        return true;
    }

    List<WaitingItem> bestFirst() {
        var all = new ArrayList<WaitingItem>();
        for (int number = 0; number < count; number++) {
            all.addAll(Arrays.asList(blocks[number].items).subList(0, blocks[number].count));
        }
        return all;
    }

    /** The first block that has something no better than the item, else the last one. */
    private int blockOf(WaitingItem item) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean within = item.rank() != worstRanks[middle]
                    ? item.rank() > worstRanks[middle]
                    : WaitingItem.BEST_FIRST.compare(item, blocks[middle].worst()) <= 0;
            if (within) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void noteWorst(int number) {
        worstRanks[number] = blocks[number].worst().rank();
    }

    private void insertBlock(int number, Block block) {
        if (count == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * count);
            worstRanks = Arrays.copyOf(worstRanks, 2 * count);
        }
        System.arraycopy(blocks, number, blocks, number + 1, count - number);
        System.arraycopy(worstRanks, number, worstRanks, number + 1, count - number);
        blocks[number] = block;
        count++;
        if (block.count > 0) {
            noteWorst(number);
        }
    }

    private void removeBlock(int number) {
        count--;
        System.arraycopy(blocks, number + 1, blocks, number, count - number);
        System.arraycopy(worstRanks, number + 1, worstRanks, number, count - number);
        blocks = count == 0 ? new Block[1] : blocks;
    }

    /** Up to {@value #SIZE} items, best first. */
    private static final class Block {

        private static final int SIZE = 128;

        private final long[] ranks = new long[SIZE];
        private final WaitingItem[] items = new WaitingItem[SIZE];
        private int count;

        boolean isFull() {
            return count == SIZE;
        }

        WaitingItem worst() {
            return items[count - 1];
        }

        void add(WaitingItem item) {
            int place = placeOf(item);
            if (isAt(place, item)) {
                return;
            }
            System.arraycopy(ranks, place, ranks, place + 1, count - place);
            System.arraycopy(items, place, items, place + 1, count - place);
            ranks[place] = item.rank();
            items[place] = item;
            count++;
        }

        boolean remove(WaitingItem item) {
            int place = placeOf(item);
            if (!isAt(place, item)) {
                return false;
            }
            count--;
            System.arraycopy(ranks, place + 1, ranks, place, count - place);
            System.arraycopy(items, place + 1, items, place, count - place);
            forget(count, count + 1);
            return true;
        }

        /** Keeps the better half and returns the other. */
        Block splitOff() {
            var worse = new Block();
            int kept = count / 2;
            worse.count = count - kept;
            System.arraycopy(ranks, kept, worse.ranks, 0, worse.count);
            System.arraycopy(items, kept, worse.items, 0, worse.count);
            forget(kept, count);
            count = kept;
            return worse;
        }

        /** The first place whose item is no better than this one. */
        private int placeOf(WaitingItem item) {
            int low = 0;
            int high = count;
            while (low < high) {
                int middle = (low + high) >>> 1;
                boolean better = ranks[middle] != item.rank()
                        ? ranks[middle] > item.rank()
                        : WaitingItem.BEST_FIRST.compare(items[middle], item) < 0;
                if (better) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private boolean isAt(int place, WaitingItem item) {
            return place < count && WaitingItem.BEST_FIRST.compare(items[place], item) == 0;
        }

        @SuppressWarnings("NullAway") // places from count on hold nothing and are never read
        private void forget(int from, int to) {
            Arrays.fill(items, from, to, null);
        }
    }
}
