package org.postroom.verification.direction;

import java.util.List;
import java.util.Set;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordPurpose;
import org.postroom.verification.record.RecordStatus;

/** A direction of mail, with the records that prove it. */
public enum Direction {
    /** Mail to the domain: we accept it once the domain is the organisation's and its mail comes to us. */
    RECEIVING,
    /** Mail from the domain: we send it once the domain is the organisation's. */
    SENDING;

    private static final Set<RecordStatus> WRONG =
            Set.of(RecordStatus.MISSING, RecordStatus.MISMATCH, RecordStatus.DUPLICATE);

    /** What a check says about this direction. A record that is spreading or could not be looked up decides nothing. */
    public Finding finding(List<RecordCheck> results) {
        List<RecordCheck> decisive = results.stream()
                .filter(result -> needs(result.expected().purpose()))
                .toList();
        for (RecordCheck result : decisive) {
            if (WRONG.contains(result.status())) {
                return new Finding.Disproven(
                        "%s record %s: %s".formatted(result.expected().type(), result.status(), result.cure()));
            }
        }
        boolean proven =
                !decisive.isEmpty() && decisive.stream().allMatch(result -> result.status() == RecordStatus.OK);
        return proven ? new Finding.Proven() : new Finding.Undecided();
    }

    private boolean needs(RecordPurpose purpose) {
        return switch (this) {
            case RECEIVING -> purpose == RecordPurpose.OWNERSHIP || purpose == RecordPurpose.INBOUND_MX;
            case SENDING -> purpose == RecordPurpose.OWNERSHIP;
        };
    }
}
