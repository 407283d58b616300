package org.postroom.inbound.reception.smtp;

/** What must hold of a dialogue. */
final class Checked {

    private Checked() {}

    static void require(boolean holds, String otherwise, Object found) {
        if (!holds) {
            throw new AssertionError(otherwise + ": " + found);
        }
    }
}
