package org.postroom.inbound.authenticity.dmarc;

import java.util.Locale;
import java.util.Optional;

/** What a domain asks receivers to do with mail that it does not stand behind; the weakest first. */
public enum DmarcPolicy {
    /** Nothing. */
    NONE,
    /** To treat it as suspicious. */
    QUARANTINE,
    /** To refuse it. */
    REJECT;

    /** The word for it in a record. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DmarcPolicy> of(String word) {
        for (DmarcPolicy policy : values()) {
            if (policy.word().equals(word)) {
                return Optional.of(policy);
            }
        }
        return Optional.empty();
    }

    /**
     * What is done where the policy is for a part of the mails only (pct=): what section 6.6.4 of RFC 7489 has for the
     * others, so that the same mail always fares the same and a domain that still tries things out loses none.
     */
    DmarcPolicy weaker() {
        return this == REJECT ? QUARANTINE : NONE;
    }
}
