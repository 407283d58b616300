package org.postroom.verification.maildomain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.direction.DomainUse;
import org.postroom.verification.direction.DomainUse.ReceivingWay;
import org.postroom.verification.direction.DomainUse.SendingWay;
import org.postroom.verification.record.ExpectedRecord;

/**
 * What the owner of a domain is asked to set up.
 *
 * @param records the records to publish
 * @param redirectAddress where the existing mail system redirects to; null where MX records bring the mail
 */
public record Issue(List<ExpectedRecord> records, @Nullable String redirectAddress) {

    /** Copies the records. */
    public Issue {
        records = List.copyOf(records);
    }

    static Issue of(
            String domainName, DomainUse use, Tokens tokens, List<DkimKey> dkimKeys, Installation installation) {
        if (!use.isChecked()) {
            return new Issue(List.of(), null);
        }
        List<ExpectedRecord> records = new ArrayList<>();
        records.add(ExpectedRecord.ownership(domainName, tokens.ownership(), use.needsOwnership()));
        if (use.receiving() == ReceivingWay.MX) {
            records.add(ExpectedRecord.inboundMx(domainName, installation.mailHost()));
        }
        dkimKeys.forEach(
                key -> records.add(ExpectedRecord.dkim(domainName, key.selector(), key.keyType(), key.publicKey())));
        if (use.sending() == SendingWay.PLATFORM) {
            String mailFrom = use.mailFromLabel() + "." + domainName;
            records.add(ExpectedRecord.mailFromMx(mailFrom, installation.mailHost()));
            records.add(ExpectedRecord.mailFromSpf(mailFrom, installation.mailFromPolicy()));
        }
        records.add(ExpectedRecord.dmarc(domainName));
        if (use.receiving() == ReceivingWay.MX) {
            addAboutTls(domainName, installation, records);
        }
        return new Issue(
                records,
                use.receiving() == ReceivingWay.REDIRECT
                        ? tokens.redirect() + "@" + installation.redirectHost()
                        : null);
    }

    /** Only mail that comes by the domain's own MX record is under a policy of the domain. */
    private static void addAboutTls(String domainName, Installation installation, List<ExpectedRecord> records) {
        Installation.ServedPolicy served = installation.policy();
        if (served != null) {
            records.add(ExpectedRecord.stsPolicy(domainName, served.policy().id()));
            records.add(ExpectedRecord.stsPolicyHost(domainName, served.host()));
        }
        String tlsReports = installation.tlsReports();
        if (tlsReports != null) {
            records.add(ExpectedRecord.tlsReports(domainName, tlsReports));
        }
    }
}
