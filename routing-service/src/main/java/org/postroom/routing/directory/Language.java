package org.postroom.routing.directory;

import java.util.Locale;

/** A language as a BCP 47 tag, compared without regard to case. */
public record Language(String tag) {

    /** Refuses a blank tag and folds the case. */
    public Language {
        if (tag.isBlank()) {
            throw new IllegalArgumentException("expected a BCP 47 language tag, but got blank text");
        }
        tag = tag.toLowerCase(Locale.ROOT);
    }

    /**
     * True where someone who speaks this language can answer the wanted one: {@code de-CH} answers {@code de}, and
     * {@code de-Latn-CH} answers {@code de-CH} (extended filtering, RFC 4647, 3.3.2); {@code de} answers {@code de-AT}, whose
     * wish for Austria is given up (lookup, 3.4), but {@code de-CH} does not.
     */
    public boolean satisfies(Language wanted) {
        return wanted.isSameOrNarrowerThan(this) || isWithin(wanted);
    }

    /** True where this begins with all of the other's subtags (basic filtering, RFC 4647, 3.3.1). */
    public boolean isSameOrNarrowerThan(Language wanted) {
        return tag.equals(wanted.tag)
                || (tag.length() > wanted.tag.length()
                        && tag.startsWith(wanted.tag)
                        && tag.charAt(wanted.tag.length()) == '-');
    }

    /** Extended filtering: the subtags of the range in their order, others between, but nothing beyond a single letter. */
    private boolean isWithin(Language range) {
        var mine = tag.split("-", -1);
        var asked = range.tag.split("-", -1);
        if (!mine[0].equals(asked[0])) {
            return false;
        }
        int place = 1;
        for (int wish = 1; wish < asked.length; wish++) {
            while (place < mine.length && !mine[place].equals(asked[wish])) {
                if (mine[place].length() == 1) {
                    return false;
                }
                place++;
            }
            if (place == mine.length) {
                return false;
            }
            place++;
        }
        return true;
    }
}
