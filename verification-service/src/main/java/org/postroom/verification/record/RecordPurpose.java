package org.postroom.verification.record;

/** What a DNS record is for. */
public enum RecordPurpose {
    /** Proves that whoever added the domain can change its DNS. */
    OWNERSHIP,
    /** Brings the domain's mail to us. */
    INBOUND_MX,
    /** Lets receivers verify our signature (RFC 6376). */
    DKIM
}
