package org.postroom.verification.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the values that a server has with the one that is expected, by the rules of each purpose. */
final class ValueRules {

    private ValueRules() {}

    /**
     * Judges values that stand at the record's name.
     *
     * @param issued all records of the domain, the expected one among them
     * @param values at least one
     */
    static Verdict judge(ExpectedRecord expected, List<ExpectedRecord> issued, List<String> values) {
        return switch (expected.purpose()) {
            case OWNERSHIP -> ownership(expected, issued, values);
            case INBOUND_MX, MAIL_FROM_MX -> MxRules.judge(expected, values);
            case DKIM -> DkimRules.judge(expected, issued, values);
            case MAIL_FROM_SPF -> SpfRules.judge(expected, issued, values);
            case DMARC -> dmarc(expected, values);
            case MTA_STS -> TransportRules.policy(expected, issued, values);
            case MTA_STS_HOST -> TransportRules.policyHost(expected, values);
            case TLS_REPORTS -> TransportRules.reports(expected, issued, values);
        };
    }

    /** Judges absence; a name that is an alias cannot have the record (RFC 1034, section 3.6.2). */
    static Verdict missing(ExpectedRecord expected, @Nullable String alias) {
        if (alias != null) {
            return new Verdict(
                    RecordStatus.MISSING,
                    Mistake.ALIAS_IN_THE_WAY,
                    "Remove the CNAME or DNAME record that makes %s an alias of %s, and publish the %s record in its place."
                            .formatted(expected.name(), alias, expected.type()));
        }
        return new Verdict(
                RecordStatus.MISSING,
                null,
                "Publish a %s record named %s with the value shown; it was not found."
                        .formatted(expected.type(), expected.name()));
    }

    /** Other proofs beside ours do no harm: a domain may be added to a test installation too. */
    private static Verdict ownership(ExpectedRecord expected, List<ExpectedRecord> issued, List<String> values) {
        if (values.stream().anyMatch(value -> value.strip().equalsIgnoreCase(expected.value()))) {
            return Verdict.OK;
        }
        return TextSlips.ofAny(expected, issued, values);
    }

    /** Any valid policy will do, what it asks for is the domain owner's choice. */
    private static Verdict dmarc(ExpectedRecord expected, List<String> values) {
        return switch (DmarcPolicy.of(values)) {
            case DmarcPolicy.Absent absent -> missing(expected, null);
            case DmarcPolicy.Present present -> Verdict.OK;
            case DmarcPolicy.Repeated repeated ->
                Verdict.duplicate(
                        Mistake.TWO_DMARC,
                        "Keep one DMARC record named %s; with %d of them receivers apply none.",
                        expected.name(),
                        repeated.count());
            case DmarcPolicy.Malformed malformed ->
                Verdict.mismatch(
                        malformed.mistake(),
                        "Correct the DMARC record named %s: %s.",
                        expected.name(),
                        malformed.why());
        };
    }
}
