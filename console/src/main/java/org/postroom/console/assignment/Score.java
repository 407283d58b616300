package org.postroom.console.assignment;

import java.util.Locale;

/**
 * A score by its parts: the highest is offered first.
 *
 * @param priority a head start, in minutes of waiting
 * @param minutesWaited the minutes waited, with fractions
 */
public record Score(int priority, double minutesWaited) {

    /** priority + minutes waited. */
    public double total() {
        return priority + minutesWaited;
    }

    /** The sum and its parts, for instance {@code 12.5 = priority 10 + 2.5 minutes waited}. */
    public String inWords() {
        return String.format(Locale.ROOT, "%.1f = priority %d + %.1f minutes waited", total(), priority, minutesWaited);
    }
}
