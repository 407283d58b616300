package org.postroom.verification.record;

/** What a DNS record is for. */
public enum RecordPurpose {
    /** Proves that whoever added the domain can change its DNS. */
    OWNERSHIP,
    /** Brings the domain's mail to us. */
    INBOUND_MX,
    /** Lets receivers verify our signature (RFC 6376). */
    DKIM,
    /** Brings bounces to us: they go to the envelope sender's own domain. */
    MAIL_FROM_MX,
    /** Lets receivers see that we may send for the envelope sender's domain (RFC 7208). */
    MAIL_FROM_SPF,
    /** Says what receivers do with mail that only claims to be from the domain (RFC 7489); advice. */
    DMARC,
    /** Says that there is a policy about TLS on the way to us (MTA-STS, RFC 8461); advice. */
    MTA_STS,
    /** Brings senders' servers to that policy; advice. */
    MTA_STS_HOST,
    /** Says where senders' servers report how TLS went (TLS-RPT, RFC 8460); advice. */
    TLS_REPORTS;

    /** Whether an owner may have reasons not to want it, so that nothing is amiss where it is absent. */
    public boolean isVoluntary() {
        return switch (this) {
            case DMARC, MTA_STS, MTA_STS_HOST, TLS_REPORTS -> true;
            case OWNERSHIP, INBOUND_MX, DKIM, MAIL_FROM_MX, MAIL_FROM_SPF -> false;
        };
    }
}
