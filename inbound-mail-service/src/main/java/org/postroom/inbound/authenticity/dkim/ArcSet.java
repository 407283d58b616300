package org.postroom.inbound.authenticity.dkim;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one forwarder has added (RFC 8617, section 4.2).
 *
 * @param results what it found (ARC-Authentication-Results)
 * @param message its signature of the mail (ARC-Message-Signature)
 * @param seal its signature of the chain so far (ARC-Seal)
 */
record ArcSet(HeaderField results, HeaderField message, HeaderField seal) {

    private static final int LARGEST_DIGITS = 4;

    /** Which forwarder a field is of, from 1; 0 where it does not say. */
    static int instance(HeaderField field) {
        String value = field.value().strip();
        // The results are no list of tags, but begin with this one.
        Optional<String> number = field.name().equals(ArcCheck.RESULTS)
                ? Optional.of(value.split(";", 2)[0])
                        .map(first -> first.split("=", 2))
                        .filter(tag -> tag.length == 2 && tag[0].strip().equals("i"))
                        .map(tag -> tag[1].strip())
                : TagList.parse(value).flatMap(tags -> tags.compact("i"));
        return number.filter(digits -> digits.matches("[0-9]{1," + LARGEST_DIGITS + "}"))
                .map(Integer::parseInt)
                .orElse(0);
    }

    /** What the forwarder found of the chain before it (cv=). */
    @Nullable
    String chainBefore() {
        return TagList.parse(seal.value())
                .flatMap(tags -> tags.compact("cv"))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .orElse(null);
    }
}
