package org.postroom.console.administration;

import org.jspecify.annotations.Nullable;

/**
 * A state in words, with the sign and colour that it is shown in.
 *
 * @param label the words
 * @param tone good, bad, doubt, wait or none
 */
public record State(String label, String tone) {

    /** How far the verification of a direction has come. */
    public static State ofDirection(@Nullable String state) {
        return switch (state) {
            case "VERIFIED" -> new State("Verified", "good");
            case "DEGRADED" -> new State("In doubt", "doubt");
            case "FAILED" -> new State("Failed", "bad");
            case "PENDING" -> new State("Waiting for DNS", "wait");
            case null, default -> new State("Not started", "none");
        };
    }

    /** What was found of a record. */
    public static State ofRecord(@Nullable String status, boolean required) {
        return switch (status) {
            case "OK" -> new State("Found as expected", "good");
            case "MISSING" -> new State("Not found", required ? "bad" : "doubt");
            case "MISMATCH" -> new State("Something else found", required ? "bad" : "doubt");
            case "DUPLICATE" -> new State("Found more than once", required ? "bad" : "doubt");
            case "LOOKUP_ERROR" -> new State("DNS did not answer", "doubt");
            case "PENDING" -> new State("Some servers have it", "wait");
            case null, default -> new State("Not checked yet", "none");
        };
    }

    /** What stands with something that is advised, not required: DKIM, MAIL FROM, DMARC. */
    public static State ofAdvice(@Nullable String state) {
        return switch (state) {
            case "OK", "PRESENT" -> new State("Found", "good");
            case "MALFORMED" -> new State("Malformed", "bad");
            case "MISMATCH", "DUPLICATE" -> new State("Something else found", "bad");
            case "LOOKUP_ERROR" -> new State("DNS did not answer", "doubt");
            case "PENDING", "PARTLY_OK" -> new State("Partly found", "wait");
            case "NOT_NEEDED" -> new State("Not needed", "none");
            case "ABSENT", "MISSING" -> new State("Not published", "none");
            case null, default -> new State("Not checked yet", "none");
        };
    }

    /** What part a DKIM key has. */
    public static State ofKey(String state) {
        return switch (state) {
            case "ACTIVE" -> new State("Signs", "good");
            case "STANDBY" -> new State("Next", "wait");
            case "RETIRING" -> new State("Still published", "doubt");
            default -> new State("Retired", "none");
        };
    }

    /** How a step of a connection test ended. */
    public static State ofStep(String outcome) {
        return switch (outcome) {
            case "OK" -> new State("done", "good");
            case "FAILED" -> new State("failed", "bad");
            default -> new State("not tried", "none");
        };
    }

    /** What stands with an organisation. */
    public static State ofOrganisation(@Nullable String state) {
        return "SUSPENDED".equals(state) ? new State("Suspended", "doubt") : new State("Active", "good");
    }
}
