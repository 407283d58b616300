package org.postroom.verification.record;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules of SPF records (RFC 7208). */
final class SpfRules {

    private static final Pattern VERSION = Pattern.compile("(?i)v=spf1( .*)?");
    private static final Pattern ALL = Pattern.compile("[+~?-]?all");

    private SpfRules() {}

    /** Other senders beside us are the owner's choice; two records make receivers pass over both (section 4.5). */
    static Verdict judge(ExpectedRecord expected, List<ExpectedRecord> issued, List<String> values) {
        List<String> policies = values.stream()
                .map(String::strip)
                .filter(value -> VERSION.matcher(value).matches())
                .toList();
        if (policies.size() > 1) {
            return Verdict.duplicate(
                    Mistake.TWO_SPF,
                    "Join the %d SPF records of %s to one; with more than one, receivers apply none.",
                    policies.size(),
                    expected.name());
        }
        if (policies.isEmpty()) {
            Verdict slip = TextSlips.ofAny(expected, issued, values);
            return slip.mistake() == Mistake.OTHER_VALUE ? ValueRules.missing(expected, null) : slip;
        }
        List<String> wanted = senders(expected.value());
        if (senders(policies.getFirst()).containsAll(wanted)) {
            return Verdict.OK;
        }
        return Verdict.mismatch(
                Mistake.OTHER_VALUE,
                "Add %s to the SPF record of %s, before the word all; without it receivers doubt our mail.",
                String.join(" ", wanted),
                expected.name());
    }

    /** Who may send, of those terms that come before {@code all} and so count. */
    private static List<String> senders(String policy) {
        return Arrays.stream(policy.toLowerCase(Locale.ROOT).split(" +"))
                .skip(1)
                .takeWhile(term -> !ALL.matcher(term).matches())
                .map(term -> term.startsWith("+") ? term.substring(1) : term)
                .toList();
    }
}
