package org.postroom.testkit.untidy.counting;

/** An adapter that its capability leans on, for the test of the rules. */
final class JdbcCounts {

    /** Not a constant of the compiler, which would leave no trace in the class that uses it. */
    static final String NAME = JdbcCounts.class.getSimpleName();

    private JdbcCounts() {}

    static String called() {
        return CountedListener.NAME;
    }
}
