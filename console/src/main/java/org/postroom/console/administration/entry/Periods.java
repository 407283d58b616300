package org.postroom.console.administration.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Periods of one day, written as {@code 09:00-12:00, 13:00-17:00}. */
final class Periods {

    private Periods() {}

    /** Reads periods; what is not one is kept as an opening time, so that the service can say what is wrong with it. */
    static List<Map<String, String>> read(String text) {
        List<Map<String, String>> periods = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] times = part.strip().split("\\s*[-–]\\s*", 2);
            if (!times[0].isEmpty()) {
                periods.add(Map.of("opensAt", times[0], "closesAt", times.length == 2 ? times[1] : ""));
            }
        }
        return periods;
    }

    static String written(Object periods) {
        if (!(periods instanceof List<?> list)) {
            return "";
        }
        return list.stream()
                .map(period ->
                        period instanceof Map<?, ?> times ? times.get("opensAt") + "-" + times.get("closesAt") : "")
                .collect(Collectors.joining(", "));
    }
}
