package org.postroom.local.testrun;

import java.util.Arrays;
import java.util.Optional;

/** What a test costs, as the end of its class's name tells. The longest ending comes first. */
enum Cost {
    /** The whole stack. */
    STACK("JourneyTest", "the whole stack"),
    /** Some of the real parts, such as a broker or a database. */
    PARTS("IT", "real parts"),
    /** Nothing but the test's own JVM. */
    NOTHING("Test", "no started part");

    private final String suffix;
    private final String words;

    Cost(String suffix, String words) {
        this.suffix = suffix;
        this.words = words;
    }

    /** The cost of a class with this name; empty where it is no test. */
    static Optional<Cost> of(String className) {
        return Arrays.stream(values())
                .filter(cost -> className.endsWith(cost.suffix))
                .findFirst();
    }

    /** Names a number of classes: {@code 12 *IT (real parts)}. */
    String count(long classes) {
        return classes + " *" + suffix + " (" + words + ")";
    }
}
