package org.postroom.domain.maildomain;

import com.google.common.net.InternetDomainName;
import java.util.Arrays;

/**
 * Which names an organisation may add as its own: no public suffix (publicsuffix.org, its private part included), and
 * nothing of the platform's own domain, below which the system domains are.
 *
 * @param platform the domain of the platform
 */
public record NameSpace(DomainName platform) {

    private static final int SHORTEST = 2;

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
        if (isPublicSuffix(name)) {
            throw new IllegalArgumentException("expected a domain of your own, but below " + name.unicode()
                    + " anybody can register names: it is a public suffix");
        }
        return name;
    }

    /** The name that is registered with a registry, under which a domain stands: one label more than the public suffix. */
    public static String registered(DomainName name) {
        InternetDomainName read = InternetDomainName.from(name.value());
        if (read.isUnderPublicSuffix()) {
            return read.topPrivateDomain().toString();
        }
        String[] labels = name.value().split("\\.", -1);
        return String.join(".", Arrays.copyOfRange(labels, labels.length - SHORTEST, labels.length));
    }

    private static boolean isPublicSuffix(DomainName name) {
        return InternetDomainName.from(name.value()).isPublicSuffix();
    }
}
