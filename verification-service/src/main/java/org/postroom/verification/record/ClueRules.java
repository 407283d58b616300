package org.postroom.verification.record;

import java.util.List;
import org.postroom.verification.record.Clue.BrokenSignatures;
import org.postroom.verification.record.Clue.MailHostIsAlias;
import org.postroom.verification.record.Clue.NoZone;
import org.postroom.verification.record.Clue.ValueElsewhere;
import org.postroom.verification.record.Clue.Wildcard;

/** What is seen beside a record explains why it is wrong; it never makes a record right. */
final class ClueRules {

    private ClueRules() {}

    static Verdict apply(ExpectedRecord expected, Verdict verdict, List<Clue> clues) {
        Verdict explained = verdict;
        for (Clue clue : clues) {
            explained = switch (clue) {
                case Wildcard wildcard -> wildcard(expected, explained);
                case MailHostIsAlias alias -> alias(expected, explained, alias);
                case ValueElsewhere elsewhere -> elsewhere(expected, explained, elsewhere);
                case NoZone none -> noZone(explained);
                case BrokenSignatures broken -> broken(expected, explained, broken);
            };
        }
        return explained;
    }

    private static Verdict wildcard(ExpectedRecord expected, Verdict verdict) {
        return verdict.status() != RecordStatus.MISMATCH && verdict.status() != RecordStatus.DUPLICATE
                ? verdict
                : new Verdict(
                        verdict.status(),
                        Mistake.WILDCARD,
                        "Publish the %s record at its own name %s; what was found comes from a wildcard record (*%s) that"
                                        .formatted(
                                                expected.type(),
                                                expected.name(),
                                                expected.name()
                                                        .substring(
                                                                expected.name().indexOf('.')))
                                + " answers for every name.");
    }

    private static Verdict alias(ExpectedRecord expected, Verdict verdict, MailHostIsAlias alias) {
        return verdict.mistake() != Mistake.OTHER_MX || verdict.status() != RecordStatus.MISMATCH
                ? verdict
                : Verdict.mismatch(
                        Mistake.MX_TO_ALIAS,
                        "Enter the host name %s itself in the MX record of %s; %s is only an alias of %s, which is not"
                                + " allowed there.",
                        expected.mailHost(),
                        expected.name(),
                        alias.host(),
                        alias.target());
    }

    private static Verdict elsewhere(ExpectedRecord expected, Verdict verdict, ValueElsewhere elsewhere) {
        boolean open = verdict.status() == RecordStatus.MISSING
                || verdict.mistake() == Mistake.OTHER_VALUE
                || verdict.mistake() == Mistake.WILDCARD;
        if (!open) {
            return verdict;
        }
        return elsewhere.zoneAppended()
                ? new Verdict(
                        verdict.status(),
                        Mistake.ZONE_APPENDED,
                        "Enter the name without the zone at its end: your DNS host has appended the zone, so that the"
                                + " record stands at %s.".formatted(elsewhere.name()))
                : new Verdict(
                        verdict.status(),
                        Mistake.WRONG_NAME,
                        "Move the record from %s, where it was found, to %s."
                                .formatted(elsewhere.name(), expected.name()));
    }

    private static Verdict noZone(Verdict verdict) {
        return verdict.status() != RecordStatus.MISSING
                ? verdict
                : new Verdict(
                        RecordStatus.MISSING,
                        Mistake.NO_ZONE,
                        "Register the domain, or have it delegated to your DNS host: no name server answers for it.");
    }

    private static Verdict broken(ExpectedRecord expected, Verdict verdict, BrokenSignatures broken) {
        return verdict.status() != RecordStatus.OK
                ? verdict
                : new Verdict(
                        RecordStatus.LOOKUP_ERROR,
                        Mistake.BROKEN_DNSSEC,
                        "Have the DNSSEC signatures of the zone renewed, or its DS record removed: the record %s is there,"
                                        .formatted(expected.name())
                                + " but who validates signatures does not see it (" + broken.reason() + ").");
    }
}
