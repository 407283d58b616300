package org.postroom.console.administration.entry;

/** Where a field's options come from. */
public enum Source {
    /** Domains, by identifier. */
    DOMAINS,
    /** Addresses, by the address itself. */
    ADDRESSES,
    /** Queues, by identifier. */
    QUEUES,
    /** Skills, by identifier. */
    SKILLS,
    /** Agents, by identifier. */
    AGENTS,
    /** Roles, by identifier. */
    ROLES,
    /** Wrap-up codes, by identifier. */
    WRAP_UP_CODES,
    /** Libraries of texts, by identifier. */
    LIBRARIES,
    /** Signatures, by identifier. */
    SIGNATURES,
    /** Flows, by identifier. */
    FLOWS,
    /** Permissions, by name. */
    PERMISSIONS,
    /** Time zones, by IANA name. */
    TIME_ZONES,
    /** Common languages, by BCP 47 tag. */
    LANGUAGES
}
