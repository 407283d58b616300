package org.postroom.domain.address;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The part of an address before the @: a dot-atom (RFC 5322, section 3.2.3) of at most 64 octets (RFC 5321, section
 * 4.5.3.1.1), in lower case. The standard lets a host tell cases apart and allows quoted forms; in practice neither is
 * used, and we do neither.
 *
 * @param value the local part
 */
public record LocalPart(String value) {

    private static final int LONGEST = 64;
    private static final char PLUS = '+';
    private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern DOT_ATOM = Pattern.compile(ATOM + "(\\." + ATOM + ")*");

    /** Lowers the local part and checks it. */
    public LocalPart {
        value = value.toLowerCase(Locale.ROOT);
        if (value.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "expected at most " + LONGEST + " characters before the @, but got " + value.length());
        }
        if (!DOT_ATOM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "expected letters, digits and symbols such as . _ + - before the @, but got \"" + value + "\"");
        }
    }

    /** Whether it has a plus, behind which an address with plus-addressing would take anything. */
    public boolean hasPlus() {
        return value.indexOf(PLUS) >= 0;
    }

    /** The part before the first plus; the whole where there is none. */
    public String beforePlus() {
        int plus = value.indexOf(PLUS);
        return plus < 0 ? value : value.substring(0, plus);
    }

    @Override
    public String toString() {
        return value;
    }
}
