package org.postroom.domain.address;

/**
 * The start that mail to an address has over other mail, in minutes of waiting; below zero it stands back.
 *
 * @param minutes -25 000 000 to 25 000 000
 */
public record Priority(int minutes) {

    /** No start. */
    public static final Priority NONE = new Priority(0);

    private static final int FARTHEST = 25_000_000;

    /** Checks the range. */
    public Priority {
        if (Math.abs((long) minutes) > FARTHEST) {
            throw new IllegalArgumentException(
                    "expected a priority of -" + FARTHEST + " to " + FARTHEST + ", but got " + minutes);
        }
    }
}
