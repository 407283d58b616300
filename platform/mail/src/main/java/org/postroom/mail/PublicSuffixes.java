package org.postroom.mail;

import com.google.common.net.InternetDomainName;

/** What the public suffix list (publicsuffix.org, its private part included) says of names. */
public final class PublicSuffixes {

    private PublicSuffixes() {}

    /** True where anybody can register names below this one, as below {@code co.uk} and {@code github.io}. */
    public static boolean isSuffix(DomainName name) {
        return InternetDomainName.from(name.value()).isPublicSuffix();
    }

    /**
     * Returns the domain that somebody has registered and that a name belongs to (RFC 7489, section 3.2): the label below
     * the public suffix, with the suffix. A top-level domain that the list does not have counts as a public suffix; what
     * is no host name is returned as it is.
     */
    public static String organisational(String domainName) {
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
