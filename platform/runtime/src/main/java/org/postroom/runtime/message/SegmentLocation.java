package org.postroom.runtime.message;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where something lies in a segment. It stands behind the name in its key.
 *
 * @param segment the segment's file, in the directory of the day
 * @param offset its first octet, counted from 0
 * @param length how many octets it has
 */
record SegmentLocation(String segment, long offset, int length) {

    /** Begins it; no name has this character. */
    static final char MARK = '@';

    private static final Pattern FORM = Pattern.compile(MARK + "([A-Za-z0-9_-]{1,64})\\.([0-9]{1,12})\\.([0-9]{1,9})");

    /** Reads what stands behind a name; empty where it is no location. */
    static Optional<SegmentLocation> read(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() && Identifiers.isPart(matcher.group(1))
                ? Optional.of(new SegmentLocation(
                        matcher.group(1), Long.parseLong(matcher.group(2)), Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    /** As it stands in a key. */
    @Override
    public String toString() {
        return MARK + segment + '.' + offset + '.' + length;
    }
}
