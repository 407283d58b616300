package org.postroom.verification.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postroom.verification.schedule.CheckSchedule.Step;

class CheckScheduleTest {

    private static final Instant ADDED = Instant.parse("2026-03-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT1M",
        "PT9M59S, PT1M",
        "PT10M, PT10M",
        "PT1H59M, PT10M",
        "PT2H, PT1H",
        "PT71H59M, PT1H",
        "PT72H, PT6H",
        "PT1000H, PT6H"
    })
    void checksOftenAtFirstThenLessAndLessAndForEver(Duration age, Duration pause) {
        Instant now = ADDED.plus(age);

        assertThat(CheckSchedule.usual().next(false, ADDED, now, 0)).isEqualTo(now.plus(pause));
    }

    @Test
    void takesItsTimeAsSoonAsAllIsWell() {
        assertThat(CheckSchedule.usual().next(true, ADDED, ADDED, 0)).isEqualTo(ADDED.plus(Duration.ofHours(6)));
    }

    @Test
    void spreadsChecksByATenthOfThePause() {
        assertThat(CheckSchedule.usual().next(false, ADDED, ADDED, 1)).isEqualTo(ADDED.plusSeconds(66));
        assertThat(CheckSchedule.usual().next(false, ADDED, ADDED, 0.5)).isEqualTo(ADDED.plusSeconds(63));
    }

    @Test
    void refusesNonsense() {
        var minute = Duration.ofMinutes(1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Step(Duration.ZERO, minute));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new CheckSchedule(List.of(new Step(minute, minute), new Step(minute, minute)), minute, 0))
                .withMessageContaining("steps[1].until");
        assertThatIllegalArgumentException().isThrownBy(() -> new CheckSchedule(List.of(), Duration.ZERO, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new CheckSchedule(List.of(), minute, 1.5));
    }
}
