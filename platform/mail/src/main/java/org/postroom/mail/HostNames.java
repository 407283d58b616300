package org.postroom.mail;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names of hosts as strangers write them, where {@link DomainName} would refuse too much: of any number of labels, with
 * underscores, and with a label after {@code xn--} that stands for nothing. Names in Unicode are mapped as UTS 46 says
 * (non-transitional): {@code straße.example} and {@code strasse.example} are two names.
 */
public final class HostNames {

    private static final int LONGEST = 253;
    private static final Pattern ASCII = Pattern.compile("[a-z0-9_-]+(?:\\.[a-z0-9_-]+)*");
    private static final Set<IDNA.Error> HARMLESS =
            EnumSet.of(IDNA.Error.HYPHEN_3_4, IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN);
    private static final IDNA UTS46 = IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);

    private HostNames() {}

    /**
     * The name in ASCII form and lower case, without a trailing dot.
     *
     * @return empty where it is no name: an empty label, a character that no name has, more than 253 characters
     */
    public static Optional<String> ascii(String written) {
        String name = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
        // A name in ASCII needs no table, and one whose xn-- stands for nothing is a name that mail comes from all the
        // same.
        String ascii = isAscii(name) ? name.toLowerCase(Locale.ROOT) : converted(name);
        return ascii.length() <= LONGEST && ASCII.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
    }

    /**
     * The name as people read it: {@code bücher.example} for {@code xn--bcher-kva.example}. A name that stands for none
     * in Unicode comes back as it is.
     */
    public static String unicode(String ascii) {
        if (!ascii.contains("xn--")) {
            return ascii;
        }
        IDNA.Info info = new IDNA.Info();
        String name = UTS46.nameToUnicode(ascii, new StringBuilder(), info).toString();
        return HARMLESS.containsAll(info.getErrors()) ? name : ascii;
    }

    /** The ASCII form; empty where it has none. */
    private static String converted(String name) {
        if (name.length() > LONGEST) {
            return "";
        }
        IDNA.Info info = new IDNA.Info();
        String ascii = UTS46.nameToASCII(name, new StringBuilder(), info).toString();
        return HARMLESS.containsAll(info.getErrors()) ? ascii.toLowerCase(Locale.ROOT) : "";
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }
}
