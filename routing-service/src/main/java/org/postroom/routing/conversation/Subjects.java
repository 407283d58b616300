package org.postroom.routing.conversation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postroom.routing.id.DerivedIds;
import org.postroom.routing.id.SubjectId;

/**
 * What a subject is about: what is left once everything is taken away that programs put around it when they answer or forward,
 * as the base subject of RFC 5256, section 2.1, but with the marks of many languages. Two subjects are the same where what is
 * left is. What else stands in brackets stays, since it may be what tells two matters apart.
 */
public final class Subjects {

    /** The longest part of a subject that is looked at; what is behind tells nothing more. */
    private static final int MOST_CHARACTERS = 500;

    /** What programs put before the subject of an answer (first line) and of what they pass on, by languages. */
    private static final String MARKS =
            "re|aw|antw|antwort|sv|vs|odp|ynt|res|r|rif|réf|vá|bls|atb|απ|σχετ|תגובה|回复|答复|回覆"
                    + "|fw|fwd|wg|tr|rv|enc|vb|vl|pd|i|ilt|i\u0307lt|doorst|fs|trs|yml|továbbítás|πρθ|הועבר|转发|轉寄";

    private static final String COUNT = "(?:\\s?(?:\\[\\d{1,3}]|\\(\\d{1,3}\\)|\\^\\d{1,3}|\\*\\d{1,3}))?";

    private static final Pattern MARK =
            Pattern.compile("^(\\[[^\\[\\]]{1,60}] ?)?(?:" + MARKS + ")" + COUNT + " ?[:：] ?");

    private static final Pattern WHITESPACE = Pattern.compile("[\\s\\p{Z}]+");

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

    private static final Pattern FORWARDED_BEHIND = Pattern.compile(" ?\\((?:fwd?|wg)\\)$");

    private static final Pattern FORWARDED_AROUND = Pattern.compile("^\\[(?:fwd?|wg): ?(.*)]$");

    /** What a gateway says of where a mail came from is no part of what it is about. */
    private static final Set<String> GATEWAY_MARKS =
            Set.of("[ext]", "[extern]", "[external]", "[externe]", "[externo]", "[esterno]", "[spam]", "*spam*");

    private Subjects() {}

    /** What the subject is about, in lower case and with single spaces; empty where nothing is left. */
    public static String core(String subject) {
        String whole = subject.length() > MOST_CHARACTERS ? subject.substring(0, MOST_CHARACTERS) : subject;
        String visible = INVISIBLE.matcher(whole).replaceAll("");
        String rest = WHITESPACE
                .matcher(Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll(" ")
                .strip();
        String before;
        do {
            before = rest;
            rest = withoutOneMark(rest);
        } while (!rest.equals(before));
        return rest;
    }

    /** A name for what the subject is about, from which it cannot be read; null where nothing is left of it. */
    public static @Nullable SubjectId idOf(String subject) {
        String core = core(subject);
        return core.isEmpty() ? null : new SubjectId(DerivedIds.of("subject core:" + core));
    }

    private static String withoutOneMark(String subject) {
        for (String mark : GATEWAY_MARKS) {
            if (subject.startsWith(mark)) {
                return subject.substring(mark.length()).strip();
            }
        }
        String behind = FORWARDED_BEHIND.matcher(subject).replaceFirst("");
        String inside = FORWARDED_AROUND.matcher(behind).replaceFirst("$1");
        return MARK.matcher(inside).replaceFirst("$1").strip();
    }
}
