package org.postroom.verification.record;

/** The usual mistakes; each has a cure of its own. */
public enum Mistake {
    /** The DNS host has appended the zone to a name or host that ended with it already. */
    ZONE_APPENDED,
    /** The record stands at another name: a label was forgotten, or the wrong one was taken. */
    WRONG_NAME,
    /** The value was cut off. */
    TRUNCATED,
    /** Quotation marks became part of the value. */
    QUOTED,
    /** Backslashes became part of the value. */
    BACKSLASHES,
    /** The value has line breaks. */
    LINE_BREAKS,
    /** The value lacks its version, such as {@code v=DKIM1}. */
    NO_VERSION,
    /** The value has text beside it that does not belong to it. */
    EXTRA_TEXT,
    /** The value belongs to another of the domain's records, such as the other DKIM selector's. */
    OTHER_RECORDS_VALUE,
    /** The DKIM key is revoked or only for tests. */
    KEY_NOT_IN_USE,
    /** There are two SPF records (RFC 7208, section 4.5). */
    TWO_SPF,
    /** There are two texts at a DKIM name (RFC 6376, section 3.6.2.2). */
    TWO_DKIM,
    /** There are two DMARC records (RFC 7489, section 6.6.3). */
    TWO_DMARC,
    /** There are two MTA-STS records (RFC 8461, section 3.1). */
    TWO_MTA_STS,
    /** There are two TLS-RPT records (RFC 8460, section 3). */
    TWO_TLS_REPORTS,
    /** There is an MX record beside ours. */
    OTHER_MX,
    /** A CNAME or DNAME leads away from the name (RFC 1034, section 3.6.2). */
    ALIAS_IN_THE_WAY,
    /** The MX record names an alias (RFC 5321, section 5.1; RFC 2181, section 10.3). */
    MX_TO_ALIAS,
    /** The MX record has an address where a host name belongs (RFC 1035, section 3.3.9). */
    MX_TO_ADDRESS,
    /** A wildcard answers for every name. */
    WILDCARD,
    /** The values are the right ones of somebody else, or of an earlier time. */
    OTHER_VALUE,
    /** One name server of the domain has other data than the others. */
    STALE_SERVER,
    /** A name server answers, but does not have the zone. */
    LAME_SERVER,
    /** A name server cannot be reached. */
    UNREACHABLE_SERVER,
    /** The domain has no zone: it is not registered, or not delegated. */
    NO_ZONE,
    /** The signatures of the zone do not validate (RFC 4035). */
    BROKEN_DNSSEC
}
