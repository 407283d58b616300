package org.postroom.inbound.scan;

/**
 * The verdicts that ask no engine. They know two things only: the test string, and that a mail's author's domain disowns it. That
 * is no filter, and their engine's name says that it is none.
 */
public final class BuiltInVerdict {

    /** Its name as an engine. */
    public static final String ENGINE = "postroom";

    /** What an author's domain says of a mail (RFC 7489) that is not its own, where that is to be spam. */
    public static final Scan DISOWNED = Scan.of(Scan.Outcome.SPAM, ENGINE, "DMARC");

    private static final Scan TEST = Scan.of(Scan.Outcome.SPAM, ENGINE, "GTUBE");
    private static final Scan CLEAN = Scan.of(Scan.Outcome.CLEAN, ENGINE);

    private BuiltInVerdict() {}

    /** The verdict where no engine is configured: spam where the mail holds the generic test for unsolicited bulk email. */
    static Scan of(boolean gtube) {
        return gtube ? TEST : CLEAN;
    }
}
