package org.postroom.domain.organisation;

/**
 * Why an organisation is suspended, in words that its users are shown: 1 to 500 characters.
 *
 * @param value the reason
 */
public record SuspensionReason(String value) {

    private static final int LONGEST = 500;

    /** Strips the reason and checks its length. */
    public SuspensionReason {
        value = value.strip();
        if (value.isEmpty() || value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "expected a reason of 1 to " + LONGEST + " characters, but got " + value.length());
        }
    }
}
