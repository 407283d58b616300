package org.postroom.testkit.untidy.kafka;

/** Is called from a capability, for the test of the rules. */
public final class CounterListener {

    /** Not a constant of the compiler, which would leave no trace in the class that uses it. */
    public static final String NAME = CounterListener.class.getSimpleName();

    private CounterListener() {}
}
