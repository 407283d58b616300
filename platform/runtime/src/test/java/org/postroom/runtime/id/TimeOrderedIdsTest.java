package org.postroom.runtime.id;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimeOrderedIdsTest {

    @Test
    void makesVersionSevenOfTheGivenMillisecond() {
        Instant now = Instant.parse("2026-11-22T10:00:00.123Z");

        UUID id = UUID.fromString(new TimeOrderedIds(Clock.fixed(now, ZoneOffset.UTC)).next());

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(now.toEpochMilli());
    }

    @Test
    void sortsByTime() {
        String earlier = new TimeOrderedIds(Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC)).next();
        String later = new TimeOrderedIds(Clock.fixed(Instant.parse("2026-11-22T10:00:01Z"), ZoneOffset.UTC)).next();

        assertThat(earlier).isLessThan(later);
    }

    @Test
    void neverRepeatsWithinAMillisecond() {
        var ids = new TimeOrderedIds(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

        var seen = new HashSet<String>();
        IntStream.range(0, 10_000).forEach(number -> seen.add(ids.next()));

        assertThat(seen).hasSize(10_000);
    }
}
