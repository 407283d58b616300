package org.postroom.local.testrun;

/**
 * A test that did not pass.
 *
 * @param test the name of its class without the package, and of the method
 * @param reason what it said, in one line; empty where it said nothing
 */
record Outcome(String test, String reason) {

    @Override
    public String toString() {
        return reason.isEmpty() ? test : test + ": " + reason;
    }
}
