package org.postroom.inbound.reception;

/**
 * A recipient that was accepted with 250.
 *
 * @param organisationId the organisation whose address it is
 * @param addressId the address's identifier
 * @param address the address as the client wrote it
 */
public record AcceptedRecipient(String organisationId, String addressId, String address) {}
