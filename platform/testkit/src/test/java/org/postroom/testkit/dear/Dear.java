package org.postroom.testkit.dear;

/** Breaks the rule about names, for the test of the rule. */
final class Dear {

    private Dear() {}

    static final class SaidToNeedNothingTest {

        final String address = Helper.address();
    }
}
