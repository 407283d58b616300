package org.postroom.outbound.signing;

/**
 * A domain of the organisation, as far as sending needs to know it.
 *
 * @param domainId the domain
 * @param domainName its name
 * @param verified true where the organisation has proven that it may send for it
 */
public record SendingDomain(String domainId, String domainName, boolean verified) {}
