package org.postroom.domain.maildomain;

/** Whose name a domain is. */
public enum DomainType {
    /** A name below the platform's domain, made of the organisation's account name; it needs no proof. */
    SYSTEM,
    /** The organisation's own name; it must be proven. */
    CUSTOM
}
