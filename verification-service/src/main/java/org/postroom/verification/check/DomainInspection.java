package org.postroom.verification.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.postroom.mail.PublicSuffixes;
import org.postroom.verification.dmarc.DmarcJudge;
import org.postroom.verification.dmarc.DmarcStatus;
import org.postroom.verification.maildomain.Findings;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.record.DomainLookup;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordLookup;
import org.postroom.verification.record.RecordPurpose;
import org.postroom.verification.record.RecordStatus;

/** Looks all records of a domain up at once. */
final class DomainInspection {

    private final RecordLookup lookups;

    DomainInspection(RecordLookup lookups) {
        this.lookups = lookups;
    }

    Findings of(MailDomain domain) {
        String name = domain.identity().domainName();
        List<ExpectedRecord> issued = domain.issue().records();
        DomainLookup lookup = lookups.begin(name);
        var inspector = new RecordInspector(name, issued, lookup);
        List<RecordCheck> results = new ArrayList<>(inspectAll(inspector, issued));
        DmarcStatus dmarc = null;
        for (int index = 0; index < results.size(); index++) {
            if (results.get(index).expected().purpose() == RecordPurpose.DMARC) {
                Policy policy = policy(name, results.get(index), inspector);
                results.set(index, policy.check());
                dmarc = DmarcJudge.judge(policy.check(), policy.foundAt(), policy.inherited(), results);
            }
        }
        return new Findings(results, dmarc, lookup.zone().orElse(null));
    }

    private record Policy(RecordCheck check, String foundAt, boolean inherited) {}

    /** A domain without a policy of its own has that of its organisational domain (RFC 7489, section 6.6.3). */
    private static Policy policy(String domainName, RecordCheck own, RecordInspector inspector) {
        String organisational = PublicSuffixes.organisational(domainName);
        if (own.status() == RecordStatus.MISSING && !organisational.equals(domainName)) {
            ExpectedRecord above = ExpectedRecord.dmarc(organisational);
            RecordCheck inherited = inspector.inspect(above);
            if (inherited.status() != RecordStatus.MISSING) {
                return new Policy(asOf(own.expected(), inherited), above.name(), true);
            }
        }
        return new Policy(own, own.expected().name(), false);
    }

    private static RecordCheck asOf(ExpectedRecord expected, RecordCheck check) {
        return new RecordCheck(
                expected,
                check.status(),
                check.found(),
                check.mistake(),
                check.cure(),
                check.answers(),
                check.ttlSeconds());
    }

    private static List<RecordCheck> inspectAll(RecordInspector inspector, List<ExpectedRecord> issued) {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<RecordCheck>> inspected = issued.stream()
                    .map(expected -> workers.submit(() -> inspector.inspect(expected)))
                    .toList();
            return inspected.stream().map(DomainInspection::result).toList();
        }
    }

    private static RecordCheck result(Future<RecordCheck> inspected) {
        try {
            return inspected.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while records were looked up", interrupted);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("looking a record up failed in an unexpected way", broken);
        }
    }
}
