package org.postroom.routing.directory;

import java.util.Locale;

/**
 * A mail address for comparing. RFC 5321, section 2.4 makes the local part case-sensitive, but no customer's server
 * treats it so, hence both parts are folded.
 */
public record EmailAddress(String folded) {

    /** Folds the case of an address as written. */
    public EmailAddress {
        folded = folded.toLowerCase(Locale.ROOT);
    }
}
