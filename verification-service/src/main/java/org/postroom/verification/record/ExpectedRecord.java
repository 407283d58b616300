package org.postroom.verification.record;

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

    /** The name that carries a domain's proof of ownership, below the domain. */
    private static final String OWNERSHIP_LABEL = "_postroom.";

    /** The proof of ownership. */
    public static ExpectedRecord ownership(String domainName, String token) {
        return new ExpectedRecord(
                RecordPurpose.OWNERSHIP,
                true,
                OWNERSHIP_LABEL + domainName,
                RecordType.TXT,
                "postroom-verification=" + token);
    }

    /** The way of the domain's mail to us. */
    public static ExpectedRecord inboundMx(String domainName, String mailHost) {
        return new ExpectedRecord(RecordPurpose.INBOUND_MX, true, domainName, RecordType.MX, "10 " + mailHost);
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
}
