package org.postroom.verification.record;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rules of the records about TLS on the way to us: MTA-STS (RFC 8461) and TLS-RPT (RFC 8460). */
final class TransportRules {

    private static final Pattern REPORTS = Pattern.compile("(?i)(mailto:[^,\\s]+@[^,\\s]+|https://[^,\\s]+).*");

    private TransportRules() {}

    /** Two records make senders' servers pass over both (RFC 8461, section 3.1), and a former id makes them keep a former policy. */
    static Verdict policy(ExpectedRecord expected, List<ExpectedRecord> issued, List<String> values) {
        List<TagList> policies = ofVersion("STSv1", values);
        if (policies.size() > 1) {
            return twice(expected, Mistake.TWO_MTA_STS, policies.size());
        }
        if (policies.isEmpty()) {
            return slip(expected, issued, values);
        }
        String wanted = TagList.of(expected.value()).get("id");
        return policies.getFirst().get("id").equals(wanted)
                ? Verdict.OK
                : Verdict.mismatch(
                        Mistake.OTHER_VALUE,
                        "Replace the value of the TXT record named %s by the value shown; with another id, senders' servers"
                                + " go by a policy that is not ours.",
                        expected.name());
    }

    static Verdict policyHost(ExpectedRecord expected, List<String> values) {
        List<String> targets = values.stream().map(TransportRules::host).toList();
        return targets.contains(host(expected.value()))
                ? Verdict.OK
                : Verdict.mismatch(
                        Mistake.OTHER_VALUE,
                        "Point the CNAME record of %s to %s; it points to %s.",
                        expected.name(),
                        expected.value(),
                        String.join(", ", targets));
    }

    /** Who else gets reports is the owner's choice. */
    static Verdict reports(ExpectedRecord expected, List<ExpectedRecord> issued, List<String> values) {
        List<TagList> wishes = ofVersion("TLSRPTv1", values);
        if (wishes.size() > 1) {
            return twice(expected, Mistake.TWO_TLS_REPORTS, wishes.size());
        }
        if (wishes.isEmpty()) {
            return slip(expected, issued, values);
        }
        return REPORTS.matcher(wishes.getFirst().get("rua")).matches()
                ? Verdict.OK
                : Verdict.mismatch(
                        Mistake.OTHER_VALUE,
                        "Say in the TXT record named %s where reports go, by rua=mailto: and an address, as shown.",
                        expected.name());
    }

    private static List<TagList> ofVersion(String version, List<String> values) {
        return values.stream()
                .map(TagList::of)
                .filter(tags -> tags.first().equals("v") && tags.get("v").equals(version))
                .toList();
    }

    private static Verdict twice(ExpectedRecord expected, Mistake mistake, int count) {
        return Verdict.duplicate(
                mistake,
                "Keep one of the %d such TXT records named %s; with more than one, senders' servers apply none.",
                count,
                expected.name());
    }

    /** Other texts at the name do no harm, unless one of them was meant to be the record. */
    private static Verdict slip(ExpectedRecord expected, List<ExpectedRecord> issued, List<String> values) {
        Verdict slip = TextSlips.ofAny(expected, issued, values);
        return slip.mistake() == Mistake.OTHER_VALUE ? ValueRules.missing(expected, null) : slip;
    }

    private static String host(String value) {
        String host = value.strip().toLowerCase(Locale.ROOT);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }
}
