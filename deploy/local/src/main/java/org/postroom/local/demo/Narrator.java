package org.postroom.local.demo;

import java.io.PrintWriter;
import org.postroom.local.client.LoggedEvent;

/** Tells a story in numbered steps, each with the events it caused and where they stand in the log. */
public final class Narrator {

    private static final int NAME_WIDTH = 26;
    private static final int POSITION_WIDTH = 36;

    private final PrintWriter out;
    private int step;
    private String sentence = "";

    /** Tells it to the given writer. */
    public Narrator(PrintWriter out) {
        this.out = out;
    }

    void step(String sentence) {
        step++;
        this.sentence = sentence;
        out.printf("%n%2d. %s%n", step, sentence);
        out.flush();
    }

    /** Where the story is, as in “stopped at step 3, …”. */
    String where() {
        return step == 0
                ? "before its first step"
                : "at step %d, “%s”".formatted(step, sentence.replaceAll("\\.$", ""));
    }

    void detail(String sentence) {
        out.printf("    %s%n", sentence);
        out.flush();
    }

    void event(LoggedEvent<?> logged, String detail) {
        out.printf(
                "    %-" + NAME_WIDTH + "s %-" + POSITION_WIDTH + "s %s%n",
                logged.event().getClass().getSimpleName(),
                logged.position(),
                detail);
        out.flush();
    }

    void end(String... lines) {
        out.println();
        for (var line : lines) {
            out.println(line);
        }
        out.flush();
    }
}
