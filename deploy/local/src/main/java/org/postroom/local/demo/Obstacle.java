package org.postroom.local.demo;

import java.io.IOException;
import java.util.List;

/** Why the demonstration cannot go on and what to do about it, in whole sentences for people. */
sealed class Obstacle extends IOException permits RefusedCommand {

    private static final long serialVersionUID = 1L;

    private final String why;
    private final List<String> cures;

    Obstacle(String why, String... cures) {
        super(why);
        this.why = why;
        this.cures = List.of(cures);
    }

    /** A part of the stack does not do what it should. */
    static Obstacle inPart(String part, String why) {
        return new Obstacle(
                why, "See what it says: ./postroom logs " + part + ", and whether it is ready: ./postroom status.");
    }

    Obstacle because(Throwable cause) {
        initCause(cause);
        return this;
    }

    String why() {
        return why;
    }

    List<String> cures() {
        return cures;
    }
}
