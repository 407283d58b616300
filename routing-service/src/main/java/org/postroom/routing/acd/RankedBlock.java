package org.postroom.routing.acd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.id.InteractionId;

/** Up to {@value #SIZE} ranks with the interactions that have them, best first, in plain arrays. */
final class RankedBlock {

    private static final int SIZE = 128;

    private final long[] ranks = new long[SIZE];

    /** Two numbers for each interaction. */
    private final long[] ids = new long[2 * SIZE];

    /** The ids that are not made of two numbers; null while there is none. */
    private @Nullable String @Nullable [] texts;

    private int count;

    int count() {
        return count;
    }

    boolean isFull() {
        return count == SIZE;
    }

    long rank(int place) {
        return ranks[place];
    }

    InteractionId id(int place) {
        var text = text(place);
        return text == null ? new InteractionId(ids[2 * place], ids[2 * place + 1]) : new InteractionId(text);
    }

    /** Adds an interaction; false where it is there already. */
    boolean add(long rank, InteractionId id) {
        int place = placeOf(rank, id);
        if (isAt(place, rank, id)) {
            return false;
        }
        move(place, place + 1, count - place);
        ranks[place] = rank;
        ids[2 * place] = id.high();
        ids[2 * place + 1] = id.low();
        if (id.text() != null && texts == null) {
            texts = new @Nullable String[SIZE];
        }
        if (texts != null) {
            texts[place] = id.text();
        }
        count++;
        return true;
    }

    /** Removes an interaction; false where it is not there. */
    boolean remove(long rank, InteractionId id) {
        int place = placeOf(rank, id);
        if (!isAt(place, rank, id)) {
            return false;
        }
        count--;
        move(place + 1, place, count - place);
        return true;
    }

    /** Keeps the better half and returns the other. */
    RankedBlock splitOff() {
        var worse = new RankedBlock();
        int kept = count / 2;
        worse.count = count - kept;
        System.arraycopy(ranks, kept, worse.ranks, 0, worse.count);
        System.arraycopy(ids, 2 * kept, worse.ids, 0, 2 * worse.count);
        if (texts != null) {
            worse.texts = Arrays.copyOf(Arrays.copyOfRange(texts, kept, count), SIZE);
        }
        count = kept;
        return worse;
    }

    /** True where what stands at a place goes before this one. */
    boolean isBetter(int place, long rank, InteractionId id) {
        return ranks[place] != rank ? ranks[place] > rank : compareId(place, id) < 0;
    }

    /** The first place whose interaction is no better than this one. */
    private int placeOf(long rank, InteractionId id) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isBetter(middle, rank, id)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean isAt(int place, long rank, InteractionId id) {
        return place < count && ranks[place] == rank && compareId(place, id) == 0;
    }

    private int compareId(int place, InteractionId id) {
        if (id.text() != null || text(place) != null) {
            return id(place).compareTo(id);
        }
        long high = ids[2 * place];
        return high != id.high()
                ? Long.compareUnsigned(high, id.high())
                : Long.compareUnsigned(ids[2 * place + 1], id.low());
    }

    private @Nullable String text(int place) {
        return texts == null ? null : texts[place];
    }

    private void move(int from, int to, int length) {
        System.arraycopy(ranks, from, ranks, to, length);
        System.arraycopy(ids, 2 * from, ids, 2 * to, 2 * length);
        if (texts != null) {
            System.arraycopy(texts, from, texts, to, length);
        }
    }
}
