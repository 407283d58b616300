package org.postroom.verification.ownership;

import org.postroom.verification.ownership.Ownership.Waiting;

/** Tells people whose proof is right why the name is not theirs yet, and what to do; never who has it. */
public final class NameInUse {

    private NameInUse() {}

    /** What an organisation that waits for a name is told. */
    public static String explanation(String domainName, Waiting waiting) {
        String held = waiting.held();
        return held.equals(domainName)
                ? "Your proof of ownership was found, but this is not yet possible: the name is in use by an organisation"
                        + " that proved it earlier. If the domain is yours now, remove every other verification record"
                        + " at _postroom." + domainName + " and leave your own; once the older proof has been gone for"
                        + " the whole grace period, the name becomes yours by itself."
                : "Your proof of ownership was found, but this is not yet possible: the name is below " + held
                        + ", which another organisation has proven. It becomes yours by itself once " + held
                        + " is no longer that organisation's.";
    }
}
