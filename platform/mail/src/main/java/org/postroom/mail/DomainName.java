package org.postroom.mail;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The host name of a mail domain (RFC 1123, section 2.1): at least two labels of letters, digits and inner hyphens, in
 * lower case, in ASCII form, without a trailing dot. Names in Unicode are mapped as UTS 46 says (non-transitional, with
 * the checks of IDNA 2008 for bidirectional text and contexts); names in punycode must stand for such a name.
 *
 * @param value the name in ASCII form
 */
public record DomainName(String value) {

    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final IDNA UTS46 = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE);

    /** Converts the name to its canonical form and checks it. */
    public DomainName {
        value = canonical(value);
        List<String> labels = List.of(value.split("\\.", -1));
        if (labels.size() < 2) {
            throw new IllegalArgumentException(
                    "expected a name of at least two labels, such as example.com, but got \"" + value + "\"");
        }
        labels.forEach(DomainName::checkLabel);
        if (DIGITS.matcher(labels.getLast()).matches()) {
            throw new IllegalArgumentException(
                    "expected a host name, but \"" + value + "\" ends in a number as an IP address does");
        }
        if (value.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "expected at most " + LONGEST_NAME + " characters, but got " + value.length());
        }
    }

    /** The name as people read it: {@code bücher.example} for {@code xn--bcher-kva.example}. */
    public String unicode() {
        return UTS46.nameToUnicode(value, new StringBuilder(), new IDNA.Info()).toString();
    }

    /** Whether this name is below the other one; no name is below itself. */
    public boolean isBelow(DomainName other) {
        return value.endsWith("." + other.value);
    }

    private static String canonical(String given) {
        String name = given.strip();
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        IDNA.Info info = new IDNA.Info();
        String ascii =
                UTS46.nameToASCII(name, new StringBuilder(), info).toString().toLowerCase(Locale.ROOT);
        Set<IDNA.Error> errors = EnumSet.noneOf(IDNA.Error.class);
        errors.addAll(info.getErrors());
        // "--" in the third and fourth place is legal in a host name, although registries keep it for encodings.
        errors.remove(IDNA.Error.HYPHEN_3_4);
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(expected(errors) + ", but got \"" + given + "\"");
        }
        return ascii;
    }

    private static String expected(Set<IDNA.Error> errors) {
        if (errors.contains(IDNA.Error.PUNYCODE) || errors.contains(IDNA.Error.INVALID_ACE_LABEL)) {
            return "expected labels after xn-- in valid punycode";
        }
        if (errors.contains(IDNA.Error.BIDI)) {
            return "expected labels that mix no writing directions (RFC 5893)";
        }
        if (errors.contains(IDNA.Error.DOMAIN_NAME_TOO_LONG)) {
            return "expected at most " + LONGEST_NAME + " characters";
        }
        return "expected labels of 1 to " + LONGEST_LABEL + " letters, digits and inner hyphens";
    }

    private static void checkLabel(String label) {
        if (label.length() > LONGEST_LABEL || !LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException("expected labels of 1 to " + LONGEST_LABEL
                    + " letters, digits and inner hyphens, but got \"" + label + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
