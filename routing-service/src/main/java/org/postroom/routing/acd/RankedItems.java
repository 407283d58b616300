package org.postroom.routing.acd;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.directory.Requirement;
import org.postroom.routing.id.AgentId;
import org.postroom.routing.id.InteractionId;

/**
 * Interactions with one requirement in order, best first, kept in sorted blocks of numbers: finding a place touches a handful of
 * cache lines however many wait, and none of them is an object for the collector to look at. What is taken out is made anew.
 */
final class RankedItems {

    private final Requirement requirement;
    private final Map<InteractionId, Map<AgentId, Instant>> declined = new HashMap<>();
    private RankedBlock[] blocks = new RankedBlock[1];
    private long[] worstRanks = new long[1];
    private int count;
    private @Nullable WaitingItem best;

    RankedItems(Requirement requirement) {
        this.requirement = requirement;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The best, or null where there is none. */
    @Nullable
    WaitingItem best() {
        return best;
    }

    /** The best that fits, or null where none does. */
    @Nullable
    WaitingItem best(Predicate<WaitingItem> fits) {
        for (int number = 0; number < count; number++) {
            for (int place = 0; place < blocks[number].count(); place++) {
                var item = item(blocks[number], place);
                if (fits.test(item)) {
                    return item;
                }
            }
        }
        return null;
    }

    /** Adds an item; without effect where it is there already. */
    void add(WaitingItem item) {
        if (count == 0) {
            insertBlock(0, new RankedBlock());
        }
        int number = blockOf(item);
        if (blocks[number].isFull()) {
            insertBlock(number + 1, blocks[number].splitOff());
            noteWorst(number);
            number = blockOf(item);
        }
        if (!blocks[number].add(item.rank(), item.interactionId())) {
            return;
        }
        noteWorst(number);
        if (!item.declinedAt().isEmpty()) {
            declined.put(item.interactionId(), item.declinedAt());
        }
        if (best == null || WaitingItem.BEST_FIRST.compare(item, best) < 0) {
            best = item;
        }
    }

    /** Removes an item; false where it is not there. */
    boolean remove(WaitingItem item) {
        if (count == 0) {
            return false;
        }
        int number = blockOf(item);
        if (!blocks[number].remove(item.rank(), item.interactionId())) {
            return false;
        }
        if (blocks[number].count() == 0) {
            removeBlock(number);
        } else {
            noteWorst(number);
        }
        if (!declined.isEmpty()) {
            declined.remove(item.interactionId());
        }
        if (best != null && best.interactionId().equals(item.interactionId())) {
            best = count == 0 ? null : item(blocks[0], 0);
        }
        return true;
    }

    List<WaitingItem> bestFirst() {
        var all = new ArrayList<WaitingItem>();
        for (int number = 0; number < count; number++) {
            for (int place = 0; place < blocks[number].count(); place++) {
                all.add(item(blocks[number], place));
            }
        }
        return all;
    }

    private WaitingItem item(RankedBlock block, int place) {
        var interactionId = block.id(place);
        return new WaitingItem(
                interactionId, requirement, block.rank(place), declined.getOrDefault(interactionId, Map.of()));
    }

    /** The first block that has something no better than the item, else the last one. */
    private int blockOf(WaitingItem item) {
        int low = 0;
        int high = count - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean within = item.rank() != worstRanks[middle]
                    ? item.rank() > worstRanks[middle]
                    : !blocks[middle].isBetter(blocks[middle].count() - 1, item.rank(), item.interactionId());
            if (within) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void noteWorst(int number) {
        worstRanks[number] = blocks[number].rank(blocks[number].count() - 1);
    }

    private void insertBlock(int number, RankedBlock block) {
        if (count == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * count);
            worstRanks = Arrays.copyOf(worstRanks, 2 * count);
        }
        System.arraycopy(blocks, number, blocks, number + 1, count - number);
        System.arraycopy(worstRanks, number, worstRanks, number + 1, count - number);
        blocks[number] = block;
        count++;
        if (block.count() > 0) {
            noteWorst(number);
        }
    }

    private void removeBlock(int number) {
        count--;
        System.arraycopy(blocks, number + 1, blocks, number, count - number);
        System.arraycopy(worstRanks, number + 1, worstRanks, number, count - number);
        blocks = count == 0 ? new RankedBlock[1] : blocks;
    }
}
