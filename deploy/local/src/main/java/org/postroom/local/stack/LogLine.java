package org.postroom.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postroom.local.http.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Turns the services' structured log lines (ECS, one JSON object each) into lines that people read. */
public final class LogLine {

    private static final List<String> KNOWN =
            List.of("@timestamp", "log", "process", "service", "message", "ecs", "error", "tags", "traceId", "spanId");
    private static final int TIME_START = 11;
    private static final int TIME_END = 23;

    private LogLine() {}

    /** Returns the readable form of lines. */
    public static List<String> readable(List<String> lines) {
        return lines.stream().map(LogLine::readable).toList();
    }

    /** Returns the readable form of a line; one that is not structured stays as it is. */
    public static String readable(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            return readable(Json.MAPPER.readTree(line));
        } catch (JacksonException e) {
            return line;
        }
    }

    /** Returns the message of a structured line that tells of an error. */
    static Optional<String> error(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            var event = Json.MAPPER.readTree(line);
            return event.path("log").path("level").asString("").equals("ERROR")
                    ? Optional.of(event.path("message").asString(""))
                    : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private static String readable(JsonNode event) {
        var time = event.path("@timestamp").asString("");
        var words = new ArrayList<String>();
        words.add(time.length() >= TIME_END ? time.substring(TIME_START, TIME_END) : time);
        words.add(String.format("%-5s", event.path("log").path("level").asString("")));
        words.add(event.path("message").asString(""));
        event.properties().stream()
                .filter(property -> !KNOWN.contains(property.getKey()))
                .forEach(property ->
                        words.add(property.getKey() + "=" + property.getValue().asString("")));
        var error = event.path("error");
        var trace = error.path("stack_trace").asString(error.path("message").asString(""));
        return String.join(" ", words) + (trace.isEmpty() ? "" : "\n" + trace.stripTrailing());
    }
}
