package org.postroom.domain.maildomain;

import org.postroom.mail.DomainName;
import org.postroom.mail.PublicSuffixes;

/**
 * Which names an organisation may add as its own: no public suffix (publicsuffix.org, its private part included), and
 * nothing of the platform's own domain, below which the system domains are.
 *
 * @param platform the domain of the platform
 */
public record NameSpace(DomainName platform) {

    /** The name of the system domain of an organisation. */
    public DomainName systemDomain(String accountName) {
        return new DomainName(accountName + "." + platform);
    }

    /**
     * Returns the name where an organisation may add it as its own.
     *
     * @throws IllegalArgumentException where it may not
     */
    public DomainName custom(DomainName name) {
        if (name.equals(platform) || name.isBelow(platform)) {
            throw new IllegalArgumentException("expected a domain of your own, but " + name + " belongs to " + platform
                    + ", below which the system domains are");
        }
        if (PublicSuffixes.isSuffix(name)) {
            throw new IllegalArgumentException("expected a domain of your own, but below " + name.unicode()
                    + " anybody can register names: it is a public suffix");
        }
        return name;
    }
}
