package org.postroom.runtime.limits;

/** Whose request it is, as far as limits are concerned. */
public sealed interface Client {

    /**
     * Somebody who is signed in.
     *
     * @param organisationId the organisation; empty for who belongs to none
     * @param userId the user
     */
    record User(String organisationId, String userId) implements Client {}

    /**
     * Somebody who is not.
     *
     * @param address the network address that the request came from
     */
    record Address(String address) implements Client {}
}
