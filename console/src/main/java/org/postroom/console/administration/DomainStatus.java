package org.postroom.console.administration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the log says about a domain.
 *
 * @param domainId the domain
 * @param name its host name
 * @param receiving whether mail may be received
 * @param sending whether mail may be sent
 * @param checkedAt when its records were last checked; null where they never were
 * @param records what it must publish, and what was found
 */
public record DomainStatus(
        String domainId,
        String name,
        Direction receiving,
        Direction sending,
        @Nullable Instant checkedAt,
        List<RecordLine> records) {

    /** Copies the records. */
    public DomainStatus {
        records = List.copyOf(records);
    }

    /** True while a check may still change the page. */
    public boolean pending() {
        return !receiving.state().equals("VERIFIED") || !sending.state().equals("VERIFIED");
    }

    /**
     * One direction of mail.
     *
     * @param state PENDING, VERIFIED, DEGRADED or FAILED
     * @param reason why it is in doubt; null where it is not
     */
    public record Direction(String state, @Nullable String reason) {

        /** The state in words. */
        public String label() {
            return switch (state) {
                case "VERIFIED" -> "Verified";
                case "DEGRADED" -> "In doubt";
                case "FAILED" -> "Failed";
                default -> "Waiting for DNS";
            };
        }

        /** The state's colour. */
        public String colour() {
            return switch (state) {
                case "VERIFIED" -> "green";
                case "DEGRADED" -> "orange";
                case "FAILED" -> "red";
                default -> "yellow";
            };
        }
    }

    /**
     * A record as issued.
     *
     * @param purpose what it is for
     * @param required true where the domain cannot be verified without it
     * @param name the absolute name
     * @param type the record type
     * @param value the value to publish
     */
    public record IssuedRecord(String purpose, boolean required, String name, String type, String value) {}

    /**
     * What a check found for a record.
     *
     * @param expected the record as it was issued then
     * @param found the values found
     * @param status OK, MISSING, MISMATCH, DUPLICATE, PENDING or LOOKUP_ERROR
     * @param cure what is wrong and how to cure it
     */
    public record Check(
            IssuedRecord expected,
            List<String> found,
            String status,
            @Nullable String cure) {}

    /** Puts each issued record beside what the newest check found for it; a record issued since then is unchecked. */
    public static List<RecordLine> lines(List<IssuedRecord> issued, List<Check> checks) {
        List<RecordLine> lines = new ArrayList<>();
        for (IssuedRecord expected : issued) {
            lines.add(checks.stream()
                    .filter(check -> check.expected().equals(expected))
                    .findFirst()
                    .map(check -> new RecordLine(expected, check.found(), check.status(), check.cure()))
                    .orElseGet(() -> new RecordLine(expected, List.of(), "PENDING", null)));
        }
        return lines;
    }
}
