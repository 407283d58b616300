package org.postroom.inbound.authenticity.dkim;

import java.util.Locale;
import java.util.Optional;

/** What differences between what was signed and what arrived are overlooked (RFC 6376, section 3.4). */
enum Canonical {
    /** None but empty lines at the end. */
    SIMPLE,
    /** Those of spaces, of line folding, and of the case of field names. */
    RELAXED;

    static Optional<Canonical> of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "simple" -> Optional.of(SIMPLE);
            case "relaxed" -> Optional.of(RELAXED);
            default -> Optional.empty();
        };
    }

    /** A field as it is signed, without its last line end. */
    String field(HeaderField field) {
        return this == SIMPLE ? field.raw() : field.name() + ":" + singleSpaced(field.value());
    }

    private static String singleSpaced(String value) {
        var text = new StringBuilder(value.length());
        boolean space = false;
        for (int i = 0; i < value.length(); i++) {
            char octet = value.charAt(i);
            if (octet == ' ' || octet == '\t') {
                space = true;
            } else if (octet != '\r' && octet != '\n') {
                if (space && !text.isEmpty()) {
                    text.append(' ');
                }
                space = false;
                text.append(octet);
            }
        }
        return text.toString();
    }
}
