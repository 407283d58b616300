package org.postroom.inbound.authenticity.evidence;

import java.util.Locale;

/** A result of a check of authenticity, in the words of RFC 8601, section 2.7. */
public enum Result {
    /** There is nothing to check. */
    NONE,
    /** It is what it says. */
    PASS,
    /** It is not what it says. */
    FAIL,
    /** It is probably not what it says (SPF only). */
    SOFTFAIL,
    /** Nothing is said about it. */
    NEUTRAL,
    /** It would pass, but in a way that is not good enough for us. */
    POLICY,
    /** The name servers could not be asked, which says nothing against the sender. */
    TEMPERROR,
    /** What the sender has published, or signed, cannot be understood. */
    PERMERROR;

    /** The word for it in an Authentication-Results field. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
