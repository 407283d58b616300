package org.postroom.verification.maildomain.http;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.ownership.NameInUse;
import org.postroom.verification.ownership.Ownership.Waiting;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordPurpose;
import org.postroom.verification.record.RecordStatus;

/**
 * Several records of one purpose at a glance.
 *
 * @param state NOT_NEEDED, NOT_STARTED, PARTLY_OK, or the status that all of them, or the worst of them, have; of the
 *     ownership also WAITING, where it is proven but another organisation still has the name
 * @param explanation one sentence
 */
record AspectJson(String state, String explanation) {

    private static final List<RecordStatus> WORST_FIRST = List.of(
            RecordStatus.DUPLICATE,
            RecordStatus.MISMATCH,
            RecordStatus.LOOKUP_ERROR,
            RecordStatus.PENDING,
            RecordStatus.MISSING,
            RecordStatus.OK);

    static AspectJson ownership(MailDomain domain) {
        if (domain.ownership() instanceof Waiting waiting) {
            return new AspectJson(
                    "WAITING", NameInUse.explanation(domain.identity().domainName(), waiting));
        }
        return of(
                domain,
                EnumSet.of(RecordPurpose.OWNERSHIP),
                "The domain is proven to be yours.",
                "Nothing needs to be published to prove the domain.");
    }

    static AspectJson dkim(MailDomain domain) {
        return of(
                domain,
                EnumSet.of(RecordPurpose.DKIM),
                "Receivers can verify our signatures.",
                "There is no DKIM key to be published.");
    }

    static AspectJson mailFrom(MailDomain domain) {
        return of(
                domain,
                EnumSet.of(RecordPurpose.MAIL_FROM_MX, RecordPurpose.MAIL_FROM_SPF),
                "The envelope sender is on the domain itself, and bounces come to us.",
                "The domain's own server decides about the envelope sender.");
    }

    private static AspectJson of(MailDomain domain, Set<RecordPurpose> purposes, String allWell, String notNeeded) {
        List<ExpectedRecord> records = domain.issue().records().stream()
                .filter(record -> purposes.contains(record.purpose()))
                .toList();
        if (records.isEmpty()) {
            return new AspectJson("NOT_NEEDED", notNeeded);
        }
        List<RecordCheck> results = records.stream()
                .flatMap(record -> domain.last().of(record).stream())
                .toList();
        if (results.isEmpty()) {
            return new AspectJson("NOT_STARTED", "The records have not been checked yet.");
        }
        RecordCheck worst = results.stream()
                .min(Comparator.comparingInt(result -> WORST_FIRST.indexOf(result.status())))
                .orElseThrow();
        boolean anyRight = results.stream().anyMatch(result -> result.status() == RecordStatus.OK);
        boolean allRight = worst.status() == RecordStatus.OK && results.size() == records.size();
        if (allRight) {
            return new AspectJson(RecordStatus.OK.name(), allWell);
        }
        return new AspectJson(
                anyRight ? "PARTLY_OK" : worst.status().name(), explanation(worst.cure(), worst.expected()));
    }

    private static String explanation(@Nullable String cure, ExpectedRecord expected) {
        return cure == null ? "Another record has not been checked yet beside " + expected.name() + "." : cure;
    }
}
