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

    /** True where someone who speaks this language satisfies the wanted one: de-CH satisfies de (RFC 4647, 3.3.1). */
    public boolean satisfies(Language wanted) {
        return tag.equals(wanted.tag)
                || (tag.length() > wanted.tag.length()
                        && tag.startsWith(wanted.tag)
                        && tag.charAt(wanted.tag.length()) == '-');
    }
}
