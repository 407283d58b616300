package org.postroom.domain.address;

/**
 * How many addresses a domain may have.
 *
 * @param perDomain at least 1
 */
public record AddressLimit(int perDomain) {

    /** Checks the range. */
    public AddressLimit {
        if (perDomain < 1) {
            throw new IllegalArgumentException("expected a limit of at least 1 address a domain, but got " + perDomain);
        }
    }
}
