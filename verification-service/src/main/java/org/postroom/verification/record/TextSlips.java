package org.postroom.verification.record;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Recognises what usually goes wrong when a text is copied from one page to another. */
final class TextSlips {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern QUOTES = Pattern.compile("\"\\s*\"|\"");
    private static final Pattern LINE_BREAKS = Pattern.compile("\\\\(?:010|013)");
    private static final Pattern VERSION = Pattern.compile("^v=[A-Za-z0-9]+[; ]");

    /** What is shorter than this was hardly meant to be the value. */
    private static final int SHORTEST_PART = 12;

    private TextSlips() {}

    /** Judges values none of which is right: the first slip that is recognised in any of them. */
    static Verdict ofAny(ExpectedRecord expected, List<ExpectedRecord> issued, List<String> values) {
        List<Verdict> verdicts =
                values.stream().map(value -> of(expected, issued, value)).toList();
        return verdicts.stream()
                .filter(verdict -> verdict.mistake() != Mistake.OTHER_VALUE)
                .findFirst()
                .orElseGet(verdicts::getFirst);
    }

    /** Judges a value that is not right. */
    static Verdict of(ExpectedRecord expected, List<ExpectedRecord> issued, String found) {
        String name = expected.name();
        if (isRightWithout(QUOTES, expected, found)) {
            return Verdict.mismatch(
                    Mistake.QUOTED,
                    "Remove the quotation marks from the value of the TXT record named %s; your DNS host adds those that"
                            + " are needed by itself.",
                    name);
        }
        if (isRightWithout(LINE_BREAKS, expected, found)) {
            return Verdict.mismatch(
                    Mistake.LINE_BREAKS,
                    "Enter the value of the TXT record named %s in one line; it has line breaks in it.",
                    name);
        }
        if (normal(expected, found.replace("\\", "")).equals(wanted(expected))) {
            return Verdict.mismatch(
                    Mistake.BACKSLASHES, "Remove the backslashes from the value of the TXT record named %s.", name);
        }
        return ofWords(expected, issued, found);
    }

    private static Verdict ofWords(ExpectedRecord expected, List<ExpectedRecord> issued, String found) {
        String name = expected.name();
        String wanted = wanted(expected);
        String normal = normal(expected, found);
        for (ExpectedRecord other : issued) {
            if (!other.equals(expected)
                    && other.type() == expected.type()
                    && normal(other, found).equals(wanted(other))) {
                return Verdict.mismatch(
                        Mistake.OTHER_RECORDS_VALUE,
                        "Replace the value of the TXT record named %s by the value shown; it has the one that belongs to"
                                + " %s.",
                        name,
                        other.name());
            }
        }
        String unversioned = VERSION.matcher(expected.value()).replaceFirst("");
        if (!unversioned.equals(expected.value()) && normal.equals(normal(expected, unversioned))) {
            return Verdict.mismatch(
                    Mistake.NO_VERSION,
                    "Begin the value of the TXT record named %s with %s; without it, it is not recognised.",
                    name,
                    expected.value()
                            .substring(0, expected.value().length() - unversioned.length())
                            .strip());
        }
        if (normal.length() >= SHORTEST_PART && wanted.startsWith(normal)) {
            return Verdict.mismatch(
                    Mistake.TRUNCATED,
                    "Publish the whole value of the TXT record named %s; it was cut off after %d of %d characters.",
                    name,
                    normal.length(),
                    wanted.length());
        }
        if (normal.contains(wanted)) {
            return Verdict.mismatch(
                    Mistake.EXTRA_TEXT,
                    "Remove what stands beside the value of the TXT record named %s; only the value shown belongs there.",
                    name);
        }
        return Verdict.mismatch(
                Mistake.OTHER_VALUE,
                "Replace the value of the TXT record named %s by the value shown; a different one was found.",
                name);
    }

    private static boolean isRightWithout(Pattern slip, ExpectedRecord expected, String found) {
        String without = slip.matcher(found).replaceAll("");
        return !without.equals(found) && normal(expected, without).equals(wanted(expected));
    }

    private static String wanted(ExpectedRecord expected) {
        return normal(expected, expected.value());
    }

    /** White space and a last semicolon carry no meaning, nor does case but in a DKIM key. */
    private static String normal(ExpectedRecord expected, String value) {
        String joined = WHITE_SPACE.matcher(value).replaceAll("");
        joined = joined.endsWith(";") ? joined.substring(0, joined.length() - 1) : joined;
        UnaryOperator<String> folding = expected.purpose() == RecordPurpose.DKIM
                ? UnaryOperator.identity()
                : text -> text.toLowerCase(Locale.ROOT);
        return folding.apply(joined);
    }
}
