package org.postroom.verification.dmarc;

import org.jspecify.annotations.Nullable;

/**
 * The DMARC policy that receivers apply to a domain's mail, and whether our mail meets it.
 *
 * @param state what was found
 * @param foundAt the name of the record that counts; null where there is none
 * @param policy the policy that applies: none, quarantine or reject; null where there is none
 * @param dkimAligned whether our DKIM signature meets it
 * @param spfAligned whether our envelope sender meets it
 * @param explanation one sentence: what it means, or what is wrong
 */
public record DmarcStatus(
        State state,
        @Nullable String foundAt,
        @Nullable String policy,
        boolean dkimAligned,
        boolean spfAligned,
        String explanation) {

    /** What was found where the policy belongs. */
    public enum State {
        /** Nothing, neither for the domain nor for the organisational domain. */
        ABSENT,
        /** A record that receivers cannot apply. */
        MALFORMED,
        /** A policy. */
        PRESENT,
        /** It could not be found out. */
        LOOKUP_ERROR
    }
}
