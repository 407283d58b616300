package org.postroom.domain.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postroom.domain.directory.Name;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource({"00:00, 0", "09:30, 570", "23:59, 1439", "24:00, 1440"})
    void readsTimesOfADay(String text, int minute) {
        assertThat(Hours.minute(text)).isEqualTo(minute);
        assertThat(Hours.text(minute)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9:30", "24:01", "12:60", "noon", "25:00", "09:30:00"})
    void refusesWhatIsNoTimeOfADay(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Hours.minute(text));
    }

    @ParameterizedTest
    @CsvSource({"10:00, 09:00", "10:00, 10:00", "24:00, 24:00"})
    void refusesHoursThatCloseBeforeTheyOpen(String opens, String closes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> hours(opens, closes))
                .withMessageContaining("closes after it opens");
    }

    @Test
    void refusesHoursOfADayThatOverlapAndTakesThoseThatTouch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hours.apart(List.of(hours("12:00", "18:00"), hours("08:00", "12:01"))))
                .withMessageContaining("overlap");
        assertThat(Hours.apart(List.of(hours("12:00", "18:00"), hours("08:00", "12:00"))))
                .containsExactly(hours("08:00", "12:00"), hours("12:00", "18:00"));
    }

    @Test
    void comparesHoursOfTheSameDayOnly() {
        var monday = new OpeningHours(DayOfWeek.MONDAY, hours("08:00", "17:00"));
        var tuesday = new OpeningHours(DayOfWeek.TUESDAY, hours("08:00", "17:00"));

        assertThat(OpeningHours.week(List.of(tuesday, monday))).containsExactly(monday, tuesday);
        assertThatIllegalArgumentException().isThrownBy(() -> OpeningHours.week(List.of(monday, monday)));
    }

    @Test
    void takesEachExceptionalDayOnce() {
        var christmas = new ExceptionalDay(LocalDate.of(2026, 12, 25), new Name("Christmas"), List.of());

        assertThatIllegalArgumentException().isThrownBy(() -> ExceptionalDay.eachOnce(List.of(christmas, christmas)));
        assertThatIllegalArgumentException().isThrownBy(() -> ExceptionalDay.date("2026-02-30"));
    }

    @Test
    void takesTimeZonesByTheirIanaNamesOnly() {
        assertThat(Schedule.timeZone("Asia/Kolkata").getId()).isEqualTo("Asia/Kolkata");
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.timeZone("+05:30"));
        assertThatIllegalArgumentException().isThrownBy(() -> Schedule.timeZone("Europe/Atlantis"));
    }

    private static Hours hours(String opens, String closes) {
        return new Hours(Hours.minute(opens), Hours.minute(closes));
    }
}
