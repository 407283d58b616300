package org.postroom.verification.record;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares the values that a server has with the one that is expected, by the rules of each purpose. */
final class ValueRules {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    private ValueRules() {}

    static Verdict judge(ExpectedRecord expected, List<String> values) {
        return switch (expected.purpose()) {
            case OWNERSHIP -> ownership(expected, values);
            case INBOUND_MX -> inboundMx(expected, values);
            case DKIM -> dkim(expected, values);
        };
    }

    static Verdict missing(ExpectedRecord expected) {
        return new Verdict(
                RecordStatus.MISSING,
                "Publish a %s record named %s with the value shown; it was not found."
                        .formatted(expected.type(), expected.name()));
    }

    /** Other proofs beside ours do no harm: a domain may be added to a test installation too. */
    private static Verdict ownership(ExpectedRecord expected, List<String> values) {
        if (values.stream().anyMatch(value -> value.strip().equals(expected.value()))) {
            return Verdict.OK;
        }
        return new Verdict(
                RecordStatus.MISMATCH,
                "Replace the value of the TXT record named %s by the value shown; a different one was found."
                        .formatted(expected.name()));
    }

    /** The preference is of no importance where there is one host; a second host would get some of the mail. */
    private static Verdict inboundMx(ExpectedRecord expected, List<String> values) {
        String host = mailHost(expected.value());
        List<String> others = values.stream()
                .map(ValueRules::mailHost)
                .filter(found -> !found.equals(host))
                .toList();
        if (others.isEmpty()) {
            return Verdict.OK;
        }
        if (others.size() < values.size()) {
            return new Verdict(
                    RecordStatus.DUPLICATE,
                    "Remove the other MX records of %s (%s), because part of the mail would go there."
                            .formatted(expected.name(), String.join(", ", others)));
        }
        if (others.contains(host + "." + expected.name())) {
            return new Verdict(
                    RecordStatus.MISMATCH,
                    "End the host of the MX record with a dot (%s.), because your DNS host has appended the domain to it."
                            .formatted(host));
        }
        return new Verdict(
                RecordStatus.MISMATCH,
                "Point the MX record of %s to %s; it points to %s."
                        .formatted(expected.name(), host, String.join(", ", others)));
    }

    /** Receivers reject a signature where two records stand at its name (RFC 6376, section 3.6.2.2). */
    private static Verdict dkim(ExpectedRecord expected, List<String> values) {
        if (values.size() > 1) {
            return new Verdict(
                    RecordStatus.DUPLICATE,
                    "Keep one TXT record named %s, the one with the value shown; %d were found."
                            .formatted(expected.name(), values.size()));
        }
        String wanted = withoutWhiteSpace(expected.value());
        String found = withoutWhiteSpace(values.getFirst());
        if (found.equals(wanted)) {
            return Verdict.OK;
        }
        if (wanted.startsWith(found)) {
            return new Verdict(
                    RecordStatus.MISMATCH,
                    "Publish the whole value of the TXT record named %s; it was cut off after %d of %d characters."
                            .formatted(expected.name(), found.length(), wanted.length()));
        }
        return new Verdict(
                RecordStatus.MISMATCH,
                "Replace the value of the TXT record named %s by the value shown; a different one was found."
                        .formatted(expected.name()));
    }

    private static String mailHost(String value) {
        String host = value.strip().toLowerCase(Locale.ROOT);
        host = host.substring(host.lastIndexOf(' ') + 1);
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    private static String withoutWhiteSpace(String value) {
        String joined = WHITE_SPACE.matcher(value).replaceAll("");
        return joined.endsWith(";") ? joined.substring(0, joined.length() - 1) : joined;
    }
}
