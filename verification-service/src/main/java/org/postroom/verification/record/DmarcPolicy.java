package org.postroom.verification.record;

import java.util.List;

/** What the texts at a DMARC name say (RFC 7489, section 6.3). */
public sealed interface DmarcPolicy {

    /** There is no DMARC record among them. */
    record Absent() implements DmarcPolicy {}

    /**
     * There are several; receivers apply none (section 6.6.3).
     *
     * @param count how many
     */
    record Repeated(int count) implements DmarcPolicy {}

    /**
     * There is one that receivers cannot apply.
     *
     * @param mistake what kind of mistake
     * @param why what is wrong and what was expected
     */
    record Malformed(Mistake mistake, String why) implements DmarcPolicy {}

    /**
     * There is one.
     *
     * @param policy none, quarantine or reject
     * @param subdomainPolicy the same for domains below that have no record of their own
     * @param strictDkim whether the signing domain must be the very domain of From
     * @param strictSpf whether the envelope sender's domain must be the very domain of From
     */
    record Present(String policy, String subdomainPolicy, boolean strictDkim, boolean strictSpf)
            implements DmarcPolicy {}

    /** Reads the texts at a name. */
    static DmarcPolicy of(List<String> values) {
        return DmarcReader.read(values);
    }
}
