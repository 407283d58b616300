package org.postroom.testkit.untidy.counting;

/** A listener in its capability's folder that another adapter calls, for the test of the rules. */
final class CountedListener {

    /** Not a constant of the compiler, which would leave no trace in the class that uses it. */
    static final String NAME = CountedListener.class.getSimpleName();

    private CountedListener() {}
}
