package org.postroom.inbound.scan;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What an engine says of a mail.
 *
 * @param outcome what it found
 * @param engine its name: rspamd, clamav, or postroom for the verdict that is built in
 * @param score its score; empty where it has none
 * @param reasons what the outcome rests on, names of rules or of a virus: at most 20 of at most 100 printable ASCII
 *     characters; what is more is left out
 */
public record Scan(Outcome outcome, String engine, OptionalDouble score, List<String> reasons) {

    private static final int MOST_REASONS = 20;
    private static final int LONGEST_REASON = 100;

    /** What can be found. */
    public enum Outcome {
        /** Nothing speaks against it. */
        CLEAN,
        /** Nobody asked for it. */
        SPAM,
        /** It holds a program that does harm. */
        VIRUS,
        /** The engine did not look at it, or did not answer in time. */
        NOT_KNOWN
    }

    /** Keeps the reasons within their bounds: an engine's rules may quote the mail. */
    public Scan {
        reasons = reasons.stream()
                .map(Scan::printable)
                .filter(reason -> !reason.isEmpty())
                .limit(MOST_REASONS)
                .toList();
    }

    /** An outcome without a score. */
    public static Scan of(Outcome outcome, String engine, String... reasons) {
        return new Scan(outcome, engine, OptionalDouble.empty(), List.of(reasons));
    }

    private static String printable(String reason) {
        String printable = reason.replaceAll("[^!-~]", "");
        return printable.substring(0, Math.min(LONGEST_REASON, printable.length()));
    }
}
