package org.postroom.domain.maildomain;

/**
 * How many mail domains an organisation may have.
 *
 * @param perOrganisation at least 1
 */
public record DomainLimit(int perOrganisation) {

    /** Checks the range. */
    public DomainLimit {
        if (perOrganisation < 1) {
            throw new IllegalArgumentException(
                    "expected a limit of at least 1 domain an organisation, but got " + perOrganisation);
        }
    }
}
