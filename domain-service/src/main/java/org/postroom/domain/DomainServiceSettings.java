package org.postroom.domain;

import org.postroom.domain.maildomain.DomainLimit;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of domain-service.
 *
 * @param domainsPerOrganisation how many mail domains an organisation may have, at least 1
 */
@ConfigurationProperties("postroom.domain")
record DomainServiceSettings(@DefaultValue("2") int domainsPerOrganisation) {

    DomainServiceSettings {
        if (domainsPerOrganisation < 1) {
            throw new IllegalArgumentException(
                    "postroom.domain.domains-per-organisation: expected at least 1, but got " + domainsPerOrganisation);
        }
    }

    DomainLimit domainLimit() {
        return new DomainLimit(domainsPerOrganisation);
    }
}
