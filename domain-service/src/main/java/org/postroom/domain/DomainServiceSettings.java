package org.postroom.domain;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroom.domain.address.Addresses.AddressLimit;
import org.postroom.domain.maildomain.MailDomains.DomainLimit;
import org.postroom.domain.maildomain.NameSpace;
import org.postroom.domain.organisation.AccountName;
import org.postroom.mail.DomainName;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of domain-service.
 *
 * @param domainsPerOrganisation how many mail domains an organisation may have, its system domain counted, at least 1
 * @param addressesPerDomain how many addresses a domain may have, at least 1
 * @param entriesPerKind how many entries of each kind of the directory an organisation may have, at least 1
 * @param platformDomain the domain below which the system domains are
 * @param reservedAccountNames names below the platform's domain that it uses itself
 * @param accountNameQuarantine how long an account name that was given up stays away from other organisations
 */
@ConfigurationProperties("postroom.domain")
record DomainServiceSettings(
        @DefaultValue("2") int domainsPerOrganisation,
        @DefaultValue("1000") int addressesPerDomain,
        @DefaultValue("10000") int entriesPerKind,
        @DefaultValue("postroom.test") String platformDomain,

        @DefaultValue({
            "abuse",
            "admin",
            "api",
            "bounce",
            "console",
            "identity",
            "imap",
            "mail",
            "mx",
            "ns1",
            "ns2",
            "postmaster",
            "redirect",
            "smtp",
            "status",
            "www"
        })
        Set<String> reservedAccountNames,

        @DefaultValue("30d") Duration accountNameQuarantine) {

    DomainServiceSettings {
        atLeastOne("domains-per-organisation", domainsPerOrganisation);
        atLeastOne("addresses-per-domain", addressesPerDomain);
        atLeastOne("entries-per-kind", entriesPerKind);
        checked("platform-domain", () -> new DomainName(platformDomain));
        reservedAccountNames.forEach(name -> checked("reserved-account-names", () -> new AccountName(name)));
        reservedAccountNames = Set.copyOf(reservedAccountNames);
        if (accountNameQuarantine.isNegative()) {
            throw new IllegalArgumentException(
                    "postroom.domain.account-name-quarantine: expected no negative duration, but got "
                            + accountNameQuarantine);
        }
    }

    DomainLimit domainLimit() {
        return new DomainLimit(domainsPerOrganisation);
    }

    AddressLimit addressLimit() {
        return new AddressLimit(addressesPerDomain);
    }

    NameSpace nameSpace() {
        return new NameSpace(new DomainName(platformDomain));
    }

    Set<AccountName> reserved() {
        return reservedAccountNames.stream().map(AccountName::new).collect(Collectors.toSet());
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("postroom.domain." + name + ": expected at least 1, but got " + value);
        }
    }

    private static void checked(String name, Runnable rule) {
        try {
            rule.run();
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("postroom.domain." + name + ": " + refused.getMessage(), refused);
        }
    }
}
