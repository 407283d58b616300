package org.postroom.console.supervision;

import java.util.Arrays;

/** Why a mail became no work, in words for people. */
public enum KeptAsideReason {
    /** A machine wrote it. */
    AUTOMATIC("Automatic mail: a machine wrote it"),
    /** More automatic mail than the guard lets through, or a mail of ours that came back. */
    LOOP("A loop: too much automatic mail of this sender, or a mail of yours that came back"),
    /** It tells what became of a mail of ours. */
    DELIVERY_REPORT("A delivery report about a mail of yours"),
    /** It tells of a complaint. */
    FEEDBACK_REPORT("A complaint about a mail of yours"),
    /** The scan took it for spam. */
    SPAM("Taken for spam"),
    /** The scan found a virus. */
    VIRUS("A virus was found in it"),
    /** A flow ended it. */
    FLOW("A flow ended it"),
    /** A reason that this release has no words for. */
    UNKNOWN("For a reason that this release of Postroom does not know");

    private final String label;

    KeptAsideReason(String label) {
        this.label = label;
    }

    /** The words. */
    public String label() {
        return label;
    }

    /** The reason of this name; {@link #UNKNOWN} where there is none. */
    public static KeptAsideReason of(String name) {
        return Arrays.stream(values())
                .filter(reason -> reason.name().equals(name))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
