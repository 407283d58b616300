package org.postroom.routing.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private final Comparison comparison = new Comparison();

    private record Event(int minute, String text, boolean mayStandAlone) implements Comparison.Side {

        @Override
        public Instant at() {
            return NOON.plusSeconds(60L * minute);
        }

        @Override
        public String place() {
            return "record " + minute;
        }

        @Override
        public boolean isSame(Comparison.Side other) {
            return text.equals(other.text());
        }
    }

    @Test
    void findsPartnersInWhateverOrderTheyCome() {
        comparison.replayed("a", event(1, "queued"));
        comparison.logged("b", event(2, "offered"));
        comparison.logged("a", event(1, "queued"));
        comparison.replayed("b", event(2, "offered"));

        assertThat(comparison.end()).isEqualTo(new Findings(2, 0, 0, 0, null));
        assertThat(comparison.end().isEqual()).isTrue();
        assertThat(comparison.replayedAlone()).isZero();
        assertThat(comparison.loggedAlone()).isEmpty();
    }

    @Test
    void namesTheEarliestDifferenceOfAllKinds() {
        comparison.replayed("late", event(9, "offered to Anna"));
        comparison.logged("late", event(9, "offered to Bert"));
        comparison.logged("only in the log", event(4, "closed"));
        comparison.replayed("only in the replay", event(3, "queued"));

        var found = comparison.end();

        assertThat(found.isEqual()).isFalse();
        assertThat(found)
                .isEqualTo(new Findings(0, 1, 1, 1, new Difference(NOON.plusSeconds(180), "record 3", null, "queued")));
        assertThat(found.first().describe()).contains("record 3", "in the log:    nothing", "in the replay: queued");
    }

    @Test
    void showsBothSidesOfWhatSaysSomethingElse() {
        comparison.logged("a", event(1, "offered to Bert"));
        comparison.replayed("a", event(1, "offered to Anna"));

        assertThat(comparison.end().first())
                .isEqualTo(new Difference(NOON.plusSeconds(60), "record 1", "offered to Bert", "offered to Anna"));
    }

    @Test
    void doesNotMindWhatMayStandAlone() {
        comparison.logged("a", new Event(1, "later than the replay came", true));

        assertThat(comparison.end().isEqual()).isTrue();
    }

    @Test
    void addsWhatOtherPartitionsFound() {
        var first = new Difference(NOON, "record 0", null, "queued");
        var second = new Difference(NOON.plusSeconds(1), "record 1", null, "queued");

        assertThat(new Findings(1, 0, 1, 0, second)
                        .and(new Findings(2, 0, 1, 0, first))
                        .and(Findings.NONE))
                .isEqualTo(new Findings(3, 0, 2, 0, first));
    }

    private static Event event(int minute, String text) {
        return new Event(minute, text, false);
    }
}
