package org.postroom.inbound.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The verdict where no engine is configured. It knows two things only: the test string, and whether the mail is from whom it
 * says. It is no filter, and says by its engine's name that it is none.
 */
public final class BuiltInVerdict {

    /** Its name as an engine. */
    public static final String ENGINE = "postroom";

    private BuiltInVerdict() {}

    /**
     * Decides.
     *
     * @param gtube true where the mail holds the generic test for unsolicited bulk email
     * @param disowned true where the author's domain says that the mail is not its own (RFC 7489), and that is to be spam;
     *     false also where that was not found out
     */
    public static Scan of(boolean gtube, boolean disowned) {
        List<String> reasons = new ArrayList<>();
        if (gtube) {
            reasons.add("GTUBE");
        }
        if (disowned) {
            reasons.add("DMARC");
        }
        return new Scan(
                reasons.isEmpty() ? Scan.Outcome.CLEAN : Scan.Outcome.SPAM, ENGINE, OptionalDouble.empty(), reasons);
    }
}
