package org.postroom.local.demo;

import java.io.PrintWriter;
import org.postroom.local.client.LoggedEvent;

/** Tells a story in numbered steps, each with the events it caused and where they stand in the log. */
public final class Narrator {

    private static final int NAME_WIDTH = 26;
    private static final int POSITION_WIDTH = 36;

    private final PrintWriter out;
    private int step;

    /** Tells it to the given writer. */
    public Narrator(PrintWriter out) {
        this.out = out;
    }

    void step(String sentence) {
        step++;
        out.printf("%n%2d. %s%n", step, sentence);
        out.flush();
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

    void end(String sentence) {
        out.printf("%n%s%n", sentence);
        out.flush();
    }
}
