package org.postroom.verification.maildomain;

/**
 * Which domain of which organisation.
 *
 * @param organisationId the organisation
 * @param domainId the domain's identifier
 * @param domainName its host name in lower case, in ASCII form
 */
public record DomainIdentity(String organisationId, String domainId, String domainName) {}
