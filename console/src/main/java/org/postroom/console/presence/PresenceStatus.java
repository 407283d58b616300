package org.postroom.console.presence;

import java.util.Arrays;
import java.util.List;

/** Whether an agent takes work, in the words and colours of the pages. The names are those of the events. */
public enum PresenceStatus {
    /** Takes work. */
    ON_QUEUE("On queue", "green"),
    /** Let an offer expire. */
    NOT_RESPONDING("Not responding", "red"),
    /** Takes none, and does not say why. */
    OFF_QUEUE("Off queue", "secondary"),
    /** Is not there. */
    AWAY("Away", "yellow"),
    /** Has other work. */
    BUSY("Busy", "orange"),
    /** Has a break. */
    BREAK("Break", "yellow"),
    /** Eats. */
    MEAL("Meal", "yellow"),
    /** Is in a meeting. */
    MEETING("Meeting", "orange"),
    /** Is being trained. */
    TRAINING("Training", "orange");

    private final String label;
    private final String colour;

    PresenceStatus(String label, String colour) {
        this.label = label;
        this.colour = colour;
    }

    /** The status of a name; off queue for one that this version does not know. */
    public static PresenceStatus named(String name) {
        return Arrays.stream(values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElse(OFF_QUEUE);
    }

    /** What an agent may say of being off queue. */
    public static List<PresenceStatus> reasons() {
        return List.of(AWAY, BUSY, BREAK, MEAL, MEETING, TRAINING);
    }

    /** The words for people. */
    public String label() {
        return label;
    }

    /** The colour's name. */
    public String colour() {
        return colour;
    }
}
