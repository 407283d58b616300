package org.postroom.console.administration.maildomain;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postroom.console.administration.State;

/**
 * A DNS record that a domain publishes: expected and found, side by side.
 *
 * @param purpose what it is for
 * @param required true where the domain cannot be verified without it
 * @param name the absolute name
 * @param relativeName the name within the zone, as most DNS hosts want it
 * @param zone the zone that it goes into
 * @param type the record type
 * @param value the value to publish
 * @param valueChunks the value in strings of at most 255 bytes, for hosts that want it so
 * @param status MISSING, MISMATCH, DUPLICATE, PENDING, OK or LOOKUP_ERROR; null where it was not checked yet
 * @param found the values found
 * @param difference expected and found in one, piece by piece
 * @param cure what is wrong and how to cure it; null where all is well
 * @param answers what each name server answered
 */
public record DomainRecord(
        String purpose,
        boolean required,
        String name,
        @Nullable String relativeName,
        @Nullable String zone,
        String type,
        String value,
        List<String> valueChunks,
        @Nullable String status,
        List<String> found,
        List<Piece> difference,
        @Nullable String cure,
        List<ServerAnswer> answers) {

    /** Takes nothing for what an answer leaves out. */
    public DomainRecord {
        valueChunks = orNone(valueChunks);
        found = orNone(found);
        difference = orNone(difference);
        answers = orNone(answers);
    }

    /** What the record is for, in words. */
    public String purposeLabel() {
        return label(purpose);
    }

    /** What a record of a purpose is for, in words. */
    static String label(String purpose) {
        return switch (purpose) {
            case "OWNERSHIP" -> "Proves that the domain is yours";
            case "INBOUND_MX" -> "Brings the domain's mail to Postroom";
            case "DKIM" -> "Lets receivers verify our signature";
            case "MAIL_FROM_MX" -> "Brings bounces back";
            case "MAIL_FROM_SPF" -> "Allows our servers to send";
            case "DMARC" -> "Says what receivers do with forgeries";
            case "MTA_STS" -> "Asks for encrypted mail to us";
            case "MTA_STS_HOST" -> "Leads to the rule about encrypted mail";
            case "TLS_REPORTS" -> "Says where failures of encryption are reported";
            default -> purpose;
        };
    }

    /** The status in words. */
    public State state() {
        return State.ofRecord(checked() ? status : null, required);
    }

    /** The status's name, for tests and styles. */
    public String code() {
        return Objects.requireNonNullElse(status, "PENDING");
    }

    /** False until some name server was asked. */
    public boolean checked() {
        return !code().equals("PENDING") || !answers.isEmpty() || !found.isEmpty();
    }

    /** True where expected and found are to be compared piece by piece. */
    public boolean differs() {
        return difference.stream().anyMatch(piece -> !piece.kind().equals("SAME"));
    }

    /** True where some hosts want the value in several strings. */
    public boolean split() {
        return valueChunks.size() > 1;
    }

    /** The value as several quoted strings, as zone files have it. */
    public String splitValue() {
        return valueChunks.stream()
                .map(chunk -> '"' + chunk + '"')
                .reduce((one, other) -> one + " " + other)
                .orElse(value);
    }

    private static <T> List<T> orNone(@Nullable List<T> given) {
        return List.copyOf(Objects.requireNonNullElse(given, List.of()));
    }

    /**
     * A piece of the comparison.
     *
     * @param text the characters
     * @param kind SAME, EXPECTED_ONLY or FOUND_ONLY
     */
    public record Piece(String text, String kind) {}

    /**
     * What one name server answered.
     *
     * @param server its name
     * @param address its IP address
     * @param outcome what kind of answer it was
     * @param values the values
     * @param alias the name that the asked one is an alias of; null where it is none
     * @param ttlSeconds how long they may be cached; null where there are none
     * @param durationMillis how long it took
     * @param explanation what happened; null where it answered
     */
    public record ServerAnswer(
            @Nullable String server,
            @Nullable String address,
            String outcome,
            List<String> values,
            @Nullable String alias,
            @Nullable Long ttlSeconds,
            @Nullable Long durationMillis,
            @Nullable String explanation) {

        /** Takes no values for values left out. */
        public ServerAnswer {
            values = orNone(values);
        }

        /** The outcome in words. */
        public String outcomeLabel() {
            String words = values.isEmpty() ? nothing() : String.join(" · ", values);
            return alias == null ? words : "alias of " + alias + ": " + words;
        }

        private String nothing() {
            String kind = outcome.toLowerCase(Locale.ROOT).replace('_', ' ');
            return explanation == null ? kind : explanation;
        }
    }
}
