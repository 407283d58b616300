package org.postroom.domain.directory;

import java.util.IllformedLocaleException;
import java.util.Locale;

/**
 * A language by its BCP 47 tag (RFC 5646), in canonical case: {@code de}, {@code pt-BR}.
 *
 * @param value the tag, at most 64 characters; RFC 5646, 4.4.1 lets a tag have a limit of 35 and more
 */
public record LanguageTag(String value) {

    private static final int LONGEST = 64;

    /** Checks that the tag is well formed and names a language. */
    public LanguageTag {
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "expected a BCP 47 tag of at most " + LONGEST + " characters, but got " + value.length());
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(value).build();
            if (locale.getLanguage().isEmpty()) {
                throw new IllegalArgumentException(
                        "expected a BCP 47 tag that names a language, but got \"" + value + "\"");
            }
            value = locale.toLanguageTag();
        } catch (IllformedLocaleException illFormed) {
            throw new IllegalArgumentException(
                    "expected a BCP 47 tag such as en or pt-BR, but got \"" + value + "\"", illFormed);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
