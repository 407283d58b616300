package org.postroom.local.demo;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The demonstration could not be told to its end. The message is for people: where it stopped, why, and what to do. */
public final class DemoStoppedException extends Exception {

    private static final long serialVersionUID = 1L;

    DemoStoppedException(String where, Obstacle obstacle) {
        super(
                Stream.concat(
                                Stream.of("The demonstration stopped " + where + ".", "  Why: " + obstacle.why()),
                                obstacle.cures().stream().map(cure -> "  What to do: " + cure))
                        .collect(Collectors.joining("\n")),
                obstacle);
    }
}
