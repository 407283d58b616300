package org.postroom.verification.record;

import java.util.ArrayList;
import java.util.List;

/**
 * A DNS record that the owner of a domain is asked to publish.
 *
 * @param purpose what it is for
 * @param required whether the domain cannot be verified without it
 * @param name the absolute name, without a trailing dot
 * @param type the type
 * @param value the value in the form that DNS hosts accept; of TXT the text without quotes, unsplit
 */
public record ExpectedRecord(RecordPurpose purpose, boolean required, String name, RecordType type, String value) {

    /** The longest string of a TXT record, in bytes (RFC 1035, section 3.3); longer texts consist of several. */
    private static final int LONGEST_STRING = 255;

    /** The name that carries a domain's proof of ownership, below the domain. */
    private static final String OWNERSHIP_LABEL = "_postroom.";

    private static final String PREFERENCE = "10 ";

    /** The proof of ownership. */
    public static ExpectedRecord ownership(String domainName, String token, boolean required) {
        return new ExpectedRecord(
                RecordPurpose.OWNERSHIP,
                required,
                OWNERSHIP_LABEL + domainName,
                RecordType.TXT,
                "postroom-verification=" + token);
    }

    /** The way of the domain's mail to us. */
    public static ExpectedRecord inboundMx(String domainName, String mailHost) {
        return new ExpectedRecord(RecordPurpose.INBOUND_MX, true, domainName, RecordType.MX, PREFERENCE + mailHost);
    }

    /** The public half of a DKIM key (RFC 6376, section 3.6.1); advised, not required. */
    public static ExpectedRecord dkim(String domainName, String selector, String keyType, String publicKey) {
        return new ExpectedRecord(
                RecordPurpose.DKIM,
                false,
                selector + "._domainkey." + domainName,
                RecordType.TXT,
                "v=DKIM1; k=" + keyType + "; p=" + publicKey);
    }

    /** The way of bounces to us; advised, not required. */
    public static ExpectedRecord mailFromMx(String mailFromDomain, String mailHost) {
        return new ExpectedRecord(
                RecordPurpose.MAIL_FROM_MX, false, mailFromDomain, RecordType.MX, PREFERENCE + mailHost);
    }

    /** That we may send for the envelope sender's domain (RFC 7208); advised, not required. */
    public static ExpectedRecord mailFromSpf(String mailFromDomain, String policy) {
        return new ExpectedRecord(RecordPurpose.MAIL_FROM_SPF, false, mailFromDomain, RecordType.TXT, policy);
    }

    /** The mildest DMARC policy (RFC 7489), which only asks for nothing; any other valid one will do. */
    public static ExpectedRecord dmarc(String domainName) {
        return new ExpectedRecord(
                RecordPurpose.DMARC, false, "_dmarc." + domainName, RecordType.TXT, "v=DMARC1; p=none");
    }

    /** That there is an MTA-STS policy, and which (RFC 8461, section 3.1); advised, not required. */
    public static ExpectedRecord stsPolicy(String domainName, String policyId) {
        return new ExpectedRecord(
                RecordPurpose.MTA_STS, false, "_mta-sts." + domainName, RecordType.TXT, "v=STSv1; id=" + policyId);
    }

    /** The way to the host that serves the MTA-STS policy (RFC 8461, section 8.2); advised, not required. */
    public static ExpectedRecord stsPolicyHost(String domainName, String policyHost) {
        return new ExpectedRecord(
                RecordPurpose.MTA_STS_HOST, false, "mta-sts." + domainName, RecordType.CNAME, policyHost);
    }

    /** Where senders' servers report how TLS went (RFC 8460, section 3); any other valid one will do. */
    public static ExpectedRecord tlsReports(String domainName, String address) {
        return new ExpectedRecord(
                RecordPurpose.TLS_REPORTS,
                false,
                "_smtp._tls." + domainName,
                RecordType.TXT,
                "v=TLSRPTv1; rua=mailto:" + address);
    }

    /** The value in the strings that a TXT record is made of, for DNS hosts that do not split it themselves. */
    public List<String> valueChunks() {
        List<String> chunks = new ArrayList<>();
        for (int start = 0; start == 0 || start < value.length(); start += LONGEST_STRING) {
            chunks.add(value.substring(start, Math.min(start + LONGEST_STRING, value.length())));
        }
        return chunks;
    }

    /** The host that an MX record names. */
    String mailHost() {
        return value.substring(value.indexOf(' ') + 1);
    }
}
