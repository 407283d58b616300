package org.postroom.testkit.untidy.telling;

import org.postroom.testkit.untidy.counting.Counter;

/** Closes a cycle, for the test of the rules. */
public final class Teller {

    /** Not a constant of the compiler, which would leave no trace in the class that uses it. */
    public static final String NAME = Teller.class.getSimpleName();

    private Teller() {}

    static String tell() {
        return Counter.count();
    }
}
