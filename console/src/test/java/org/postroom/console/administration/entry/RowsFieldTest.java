package org.postroom.console.administration.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class RowsFieldTest {

    private final Field hours = Kinds.of("schedules").field("openingHours").orElseThrow();
    private final Field exceptions = Kinds.of("schedules").field("exceptions").orElseThrow();
    private final Options options = new Options(source -> Map.of());

    @Test
    void readsRowsAndLeavesOutBlankOnes() {
        var form = new Form(Map.of(
                "openingHours.dayOfWeek", List.of("1", ""),
                "openingHours.opensAt", List.of("09:00", " "),
                "openingHours.closesAt", List.of("17:00", "")));

        assertThat(read(hours, form))
                .isEqualTo(List.of(Map.of("dayOfWeek", 1, "opensAt", "09:00", "closesAt", "17:00")));
        assertThat(hours.show(read(hours, form), options)).isEqualTo("Monday · 09:00 · 17:00");
    }

    @Test
    void readsPeriodsOfADayAndShowsThemAsTheyWereWritten() {
        var form = new Form(Map.of(
                "exceptions.date", List.of("2026-12-24", "2026-12-25"),
                "exceptions.name", List.of("Christmas Eve", "Christmas"),
                "exceptions.openingHours", List.of("09:00-12:00, 13:00 - 14:00", "")));

        Object read = read(exceptions, form);

        assertThat(read).asInstanceOf(InstanceOfAssertFactories.LIST).hasSize(2);
        assertThat(exceptions.show(read, options))
                .isEqualTo("2026-12-24 · Christmas Eve · 09:00-12:00, 13:00-14:00\n2026-12-25 · Christmas");
    }

    private static Object read(Field field, Form form) {
        Map<String, Object> values = new LinkedHashMap<>();
        field.read(form, values);
        return values.get(field.name());
    }
}
