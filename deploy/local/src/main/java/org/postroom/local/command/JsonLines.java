package org.postroom.local.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Map;
import org.postroom.local.http.Json;
import org.postroom.local.stack.Progress;

/** Says things to programs: each an object of its own, on a line of its own. */
final class JsonLines implements Progress {

    private final PrintWriter out;

    JsonLines(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void starting(String step) {
        say(Map.of("step", step, "state", "starting"));
    }

    @Override
    public void ready(String step, Duration took) {
        say(Map.of("step", step, "state", "ready", "seconds", took.toMillis() / 1000.0));
    }

    void say(Map<String, ?> object) {
        out.println(Json.MAPPER.writeValueAsString(object));
        out.flush();
    }
}
