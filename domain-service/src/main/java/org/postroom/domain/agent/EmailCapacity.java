package org.postroom.domain.agent;

/**
 * How many emails an agent handles at once.
 *
 * @param emails 0 to 25; an agent with 0 gets none
 */
public record EmailCapacity(int emails) {

    /** One at a time. */
    public static final EmailCapacity ONE = new EmailCapacity(1);

    private static final int HIGHEST = 25;

    /** Checks the range. */
    public EmailCapacity {
        if (emails < 0 || emails > HIGHEST) {
            throw new IllegalArgumentException("expected a capacity of 0 to " + HIGHEST + " emails, but got " + emails);
        }
    }
}
