package org.postroom.domain.removal;

import java.util.List;

/** The addresses that go once nothing of them is open. Writing happens inside a change of the organisation. */
public interface Retirements {

    /**
     * An address that goes.
     *
     * @param organisationId whose it is
     * @param addressId the address
     * @param askedBy the user who removed it
     */
    record Retirement(String organisationId, String addressId, String askedBy) {}

    /** Notes that an address goes; a repeat changes nothing. */
    void add(String organisationId, String addressId, String askedBy);

    /** All of them, of every organisation. */
    List<Retirement> all();

    /** Forgets one, which is gone or stays. */
    void forget(String organisationId, String addressId);
}
