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
    DMARC
}
