package org.postroom.inbound.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RoundTest {

    private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

    @Test
    void leavesWhatLayThereBeforeUnlessItIsWanted() {
        assertThat(Round.begin(null, 7, 43, false, NOW)).isEqualTo(new Place(7, 42, NOW, null));
        assertThat(Round.begin(null, 7, 43, true, NOW)).isEqualTo(new Place(7, 0, NOW, null));
    }

    @Test
    void goesOnWhereItWasHoweverLongThatIsAgo() {
        Place reached = new Place(7, 42, NOW.minus(Duration.ofDays(90)), null);

        assertThat(Round.begin(reached, 7, 1000, false, NOW)).isEqualTo(reached);
        assertThat(Round.due(reached, List.of(44L, 43L, 900L), List.of())).containsExactly(43L, 44L, 900L);
    }

    @Test
    void takesNoMailTwiceThatAServerNamesOnceMore() {
        Place reached = new Place(7, 42, NOW, null);

        assertThat(Round.due(reached, List.of(42L), List.of())).isEmpty();
        assertThat(Round.due(reached, List.of(43L, 43L, 1L), List.of())).containsExactly(43L);
    }

    @Test
    void fetchesOfAFolderThatWasMadeAnewWhatIsRecent() {
        Place before = new Place(7, 42, NOW, null);

        Place place = Round.begin(before, 8, 11, false, NOW.plusSeconds(60));

        assertThat(place.validity()).isEqualTo(8);
        assertThat(Round.since(place)).contains(NOW.minus(Duration.ofDays(1)));
        assertThat(Round.due(place, List.of(1L, 2L, 3L, 11L), List.of(3L))).containsExactly(3L, 11L);
    }

    @Test
    void fetchesWhatIsMovedIntoAFolderThatWasMadeAnewHoweverOldItIs() {
        Place place = Round.begin(new Place(7, 42, NOW, null), 8, 11, false, NOW);

        Place later = Round.after(place, 10, NOW);

        assertThat(Round.since(later)).isEmpty();
        assertThat(Round.due(later, List.of(11L), List.of())).containsExactly(11L);
    }

    @Test
    void remembersAFolderThatWasMadeAnewAcrossABreak() {
        Place place = Round.begin(new Place(7, 42, NOW, null), 8, 11, false, NOW);

        assertThat(Round.begin(place, 8, 12, false, NOW)).isEqualTo(place);
    }

    @Test
    void knowsWhenTheLatestMailArrivedWhateverTheirOrder() {
        Place place = new Place(7, 1, NOW, null);

        assertThat(Round.after(place, 2, NOW.minusSeconds(9)).arrivedUntil()).isEqualTo(NOW);
        assertThat(Round.after(place, 2, NOW.plusSeconds(9)).arrivedUntil()).isEqualTo(NOW.plusSeconds(9));
        assertThat(Round.after(place, 2, null)).isEqualTo(new Place(7, 2, NOW, null));
    }

    /** Whatever is delivered and deleted meanwhile, and wherever it breaks off: nothing is lost, and only a break repeats one. */
    @Property(tries = 300)
    void losesNothingAndRepeatsOnlyWhatBrokeOff(@ForAll long seed) {
        var random = new Random(seed);
        var folder = new TreeMap<Long, Boolean>();
        List<Long> taken = new ArrayList<>();
        List<Long> deletedUnseen = new ArrayList<>();
        long next = 1;
        int breaks = 0;
        Place kept = Round.begin(null, 7, next, true, NOW);
        for (int step = 0; step < 40; step++) {
            for (int mail = random.nextInt(4); mail > 0; mail--) {
                folder.put(next, true);
                next += 1 + random.nextInt(3);
            }
            Place place = Round.begin(kept, 7, next, true, NOW);
            for (long uid : Round.due(place, folder.tailMap(kept.uid()).keySet(), List.of())) {
                taken.add(uid);
                if (random.nextInt(6) == 0) {
                    breaks++;
                    break;
                }
                place = Round.after(place, uid, NOW);
                kept = place;
            }
            if (!folder.isEmpty() && random.nextInt(3) == 0) {
                long gone = folder.firstKey();
                folder.remove(gone);
                if (!taken.contains(gone)) {
                    deletedUnseen.add(gone);
                }
            }
        }
        for (long uid : Round.due(kept, folder.keySet(), List.of())) {
            taken.add(uid);
        }
        assertThat(folder.keySet()).allMatch(taken::contains);
        assertThat(deletedUnseen).noneMatch(taken::contains);
        assertThat(taken.size() - (int) taken.stream().distinct().count()).isLessThanOrEqualTo(breaks);
    }
}
