package org.postroom.console.administration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A DNS record on a domain's page: expected and found, side by side.
 *
 * @param expected what is to be published
 * @param found what was found
 * @param status OK, MISSING, MISMATCH, DUPLICATE, PENDING or LOOKUP_ERROR
 * @param cure what is wrong and how to cure it; null where all is well
 */
public record RecordLine(
        DomainStatus.IssuedRecord expected,
        List<String> found,
        String status,
        @Nullable String cure) {

    /** Copies the values. */
    public RecordLine {
        found = List.copyOf(found);
    }

    /** What the record is for, in words. */
    public String purposeLabel() {
        return switch (expected.purpose()) {
            case "OWNERSHIP" -> "Proves that the domain is yours";
            case "INBOUND_MX" -> "Brings the domain's mail to Postroom";
            case "DKIM" -> "Lets receivers verify our signature";
            case "MAIL_FROM_MX" -> "Brings bounces back";
            case "MAIL_FROM_SPF" -> "Allows our servers to send";
            case "DMARC" -> "Says what receivers do with forgeries";
            default -> expected.purpose();
        };
    }

    /** The status in words. */
    public String statusLabel() {
        return switch (status) {
            case "OK" -> "Found as expected";
            case "MISSING" -> "Not found";
            case "MISMATCH" -> "Something else found";
            case "DUPLICATE" -> "Found more than once";
            case "LOOKUP_ERROR" -> "DNS did not answer";
            default -> "Not checked yet";
        };
    }

    /** The status's colour. */
    public String colour() {
        return switch (status) {
            case "OK" -> "green";
            case "MISSING", "MISMATCH", "DUPLICATE" -> expected.required() ? "red" : "orange";
            case "LOOKUP_ERROR" -> "orange";
            default -> "yellow";
        };
    }
}
