package org.postroom.domain.content;

import java.util.List;

/**
 * A text for mail.
 *
 * @param html the form for HTML mail, already cleaned of everything active
 * @param text the form for plain-text mail
 * @param substitutions the names in it that stand for values, each once
 */
public record Content(String html, String text, List<Substitution> substitutions) {

    private static final int LONGEST = 20_000;
    private static final int MOST_SUBSTITUTIONS = 100;

    /** Checks that each substitution has a name of its own. */
    public Content {
        substitutions = eachOnce(substitutions);
    }

    /**
     * Returns the text as it is.
     *
     * @throws IllegalArgumentException where it is longer than 20 000 characters
     */
    public static String notTooLong(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("expected at most " + LONGEST + " characters, but got " + text.length());
        }
        return text;
    }

    /**
     * Returns the substitutions as they are.
     *
     * @throws IllegalArgumentException where two have the same name, or there are more than 100
     */
    public static List<Substitution> eachOnce(List<Substitution> substitutions) {
        long names = substitutions.stream().map(Substitution::name).distinct().count();
        if (names != substitutions.size()) {
            throw new IllegalArgumentException("expected each name once, but one is repeated");
        }
        if (names > MOST_SUBSTITUTIONS) {
            throw new IllegalArgumentException("expected at most " + MOST_SUBSTITUTIONS + " names, but got " + names);
        }
        return List.copyOf(substitutions);
    }
}
