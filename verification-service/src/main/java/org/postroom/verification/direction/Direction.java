package org.postroom.verification.direction;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.postroom.verification.direction.DomainUse.ReceivingWay;
import org.postroom.verification.direction.DomainUse.SendingWay;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordPurpose;
import org.postroom.verification.record.RecordStatus;

/** A direction of mail, with what proves it. */
public enum Direction {
    /** Mail to the domain: we accept it once the domain is the organisation's and its mail comes to us. */
    RECEIVING,
    /** Mail from the domain: we send it once the domain is the organisation's, or its own server sends it. */
    SENDING;

    private static final Set<RecordStatus> WRONG =
            Set.of(RecordStatus.MISSING, RecordStatus.MISMATCH, RecordStatus.DUPLICATE);

    /**
     * What is known about this direction. A record that is spreading or could not be looked up decides nothing.
     *
     * @param results what the last check found
     * @param redirectProven whether redirected mail of the domain has arrived
     */
    public Finding finding(DomainUse use, List<RecordCheck> results, boolean redirectProven) {
        if (!use.isChecked()) {
            return new Finding.Proven(true);
        }
        if (this == SENDING && use.sending() == SendingWay.CUSTOM_SMTP) {
            return new Finding.Proven(false);
        }
        if (this == RECEIVING && use.receiving() == ReceivingWay.REDIRECT) {
            return redirectProven
                    ? new Finding.Proven(false)
                    : new Finding.Disproven("No mail has come through the redirect yet: write to an address of the"
                            + " domain, and see that your mail system redirects it.");
        }
        return ofRecords(results, needs());
    }

    /** Whether this direction's way is another one. */
    public boolean isChangedBetween(DomainUse before, DomainUse after) {
        return before.type() != after.type()
                || switch (this) {
                    case RECEIVING -> before.receiving() != after.receiving();
                    case SENDING -> before.sending() != after.sending();
                };
    }

    private static Finding ofRecords(List<RecordCheck> results, Set<RecordPurpose> needs) {
        List<RecordCheck> decisive = results.stream()
                .filter(result -> needs.contains(result.expected().purpose()))
                .toList();
        for (RecordCheck result : decisive) {
            if (WRONG.contains(result.status())) {
                return new Finding.Disproven(
                        "%s record %s: %s".formatted(result.expected().type(), result.status(), result.cure()));
            }
        }
        Set<RecordPurpose> right = decisive.stream()
                .filter(result -> result.status() == RecordStatus.OK)
                .map(result -> result.expected().purpose())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RecordPurpose.class)));
        return right.equals(needs) ? new Finding.Proven(true) : new Finding.Undecided();
    }

    /** What is known about the proof that a name is the organisation's, by the last check alone. */
    public static Finding proofOfOwnership(List<RecordCheck> results) {
        return ofRecords(results, EnumSet.of(RecordPurpose.OWNERSHIP));
    }

    private Set<RecordPurpose> needs() {
        return switch (this) {
            case RECEIVING -> EnumSet.of(RecordPurpose.OWNERSHIP, RecordPurpose.INBOUND_MX);
            case SENDING -> EnumSet.of(RecordPurpose.OWNERSHIP);
        };
    }
}
