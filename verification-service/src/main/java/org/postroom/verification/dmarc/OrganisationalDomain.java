package org.postroom.verification.dmarc;

import com.google.common.net.InternetDomainName;

/** Finds the domain that an organisation has registered (RFC 7489, section 3.2), by the public suffix list. */
public final class OrganisationalDomain {

    private OrganisationalDomain() {}

    /**
     * Returns the domain that a name belongs to: the label below the public suffix, with the suffix. A top-level domain
     * that the list does not have counts as a public suffix.
     */
    public static String of(String domainName) {
        if (!InternetDomainName.isValid(domainName)) {
            return domainName;
        }
        var name = InternetDomainName.from(domainName);
        if (name.isUnderPublicSuffix()) {
            return name.topPrivateDomain().toString();
        }
        if (name.hasPublicSuffix()) {
            return domainName;
        }
        String[] labels = domainName.split("\\.", -1);
        return labels.length <= 2 ? domainName : labels[labels.length - 2] + "." + labels[labels.length - 1];
    }
}
