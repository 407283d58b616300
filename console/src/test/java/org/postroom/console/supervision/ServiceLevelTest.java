package org.postroom.console.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.postroom.console.assignment.WaitingLists.Standing;

class ServiceLevelTest {

    @Test
    void isMissedWhereLessThanWantedIsTakenInTime() {
        var missed = new ServiceLevel(80, Duration.ofHours(4), 20, 15);

        assertThat(missed.isMissed()).isTrue();
        assertThat(missed.inWords()).isEqualTo("75 % of 20");
        assertThat(missed.wantedInWords()).isEqualTo("80 % within 4 h");
        assertThat(new ServiceLevel(75, Duration.ofMinutes(90), 20, 15).isMissed())
                .isFalse();
    }

    @Test
    void isNotMissedWhereNothingWasDue() {
        assertThat(new ServiceLevel(80, Duration.ofHours(4), 0, 0).isMissed()).isFalse();
        assertThat(new ServiceLevel(80, Duration.ofSeconds(90), 0, 0).wantedInWords())
                .isEqualTo("80 % within 90 s");
    }

    @Test
    void estimatesByThePaceOfTheLastHour() {
        assertThat(new Standing(3, 12, 6).inWords())
                .isEqualTo("Number 3 of 12 that wait in its queue; about 30 min at the pace of the last hour.");
        assertThat(new Standing(3, 12, 0).estimatedWait()).isEmpty();
    }
}
