package org.postroom.verification.record;

import java.util.List;

/** The rules of DKIM key records (RFC 6376, section 3.6.1; RFC 8463 for Ed25519). */
final class DkimRules {

    private static final String KEY = "p";

    private DkimRules() {}

    /**
     * White space within the key, other tags and their order are of no importance. Receivers reject a signature where
     * two texts stand at its name (section 3.6.2.2).
     */
    static Verdict judge(ExpectedRecord expected, List<ExpectedRecord> issued, List<String> values) {
        if (values.size() > 1) {
            return Verdict.duplicate(
                    Mistake.TWO_DKIM,
                    "Keep one TXT record named %s, the one with the value shown; %d were found.",
                    expected.name(),
                    values.size());
        }
        TagList wanted = TagList.of(expected.value());
        TagList found = TagList.of(values.getFirst());
        boolean sameKey = found.compact(KEY).equals(wanted.compact(KEY));
        boolean sameKind = found.first().equals("v")
                && found.get("v").equals(wanted.get("v"))
                && found.get("k", "rsa").equals(wanted.get("k", "rsa"));
        if (!sameKey || !sameKind) {
            return found.has(KEY) && found.get(KEY).isEmpty()
                    ? notInUse(expected, "revoked: its p= is empty")
                    : TextSlips.of(expected, issued, values.getFirst());
        }
        return found.get("t", "").contains("y") ? notInUse(expected, "marked as a test by t=y") : Verdict.OK;
    }

    private static Verdict notInUse(ExpectedRecord expected, String why) {
        return Verdict.mismatch(
                Mistake.KEY_NOT_IN_USE,
                "Replace the value of the TXT record named %s by the value shown; the key found is %s.",
                expected.name(),
                why);
    }
}
