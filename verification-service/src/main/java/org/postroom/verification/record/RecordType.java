package org.postroom.verification.record;

/** The types of DNS records that are asked for. */
public enum RecordType {
    /** Text (RFC 1035, section 3.3.14). */
    TXT,
    /** A mail exchanger (RFC 1035, section 3.3.9). */
    MX,
    /** An alias (RFC 1035, section 3.3.1). */
    CNAME,
    /** An IPv4 address (RFC 1035, section 3.4.1); asked for to learn whether a host is an alias, never issued. */
    A
}
