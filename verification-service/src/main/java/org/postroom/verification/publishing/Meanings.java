package org.postroom.verification.publishing;

import org.postroom.verification.record.RecordPurpose;

/** What records are for, in words for people who do not know mail. */
final class Meanings {

    private Meanings() {}

    static String of(RecordPurpose purpose) {
        return switch (purpose) {
            case OWNERSHIP -> "Proves that the domain is yours";
            case INBOUND_MX -> "Brings the domain's mail to Postroom";
            case DKIM -> "Lets receivers verify the signature of our mail";
            case MAIL_FROM_MX -> "Brings notices of mail that could not be delivered to Postroom";
            case MAIL_FROM_SPF -> "Says that Postroom may send for the domain";
            case DMARC -> "Says what receivers do with mail that only claims to be from the domain";
            case MTA_STS -> "Says that mail is to come to Postroom encrypted";
            case MTA_STS_HOST -> "Leads to the rule about encrypted mail";
            case TLS_REPORTS -> "Says where others report mail that could not come encrypted";
        };
    }
}
