package org.postroom.verification.maildomain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.direction.DirectionState;
import org.postroom.verification.direction.DirectionState.Degraded;
import org.postroom.verification.direction.DirectionState.Failed;
import org.postroom.verification.direction.DirectionState.NotStarted;
import org.postroom.verification.direction.DirectionState.Pending;
import org.postroom.verification.direction.DirectionState.Verified;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordPurpose;

/**
 * What a domain may be used for now, and the names that mail for it comes to besides its own.
 *
 * @param receivesSince since when it may receive without a break; null where it may not
 * @param sendsSince since when it may send without a break; null where it may not
 * @param bounceName the name that bounces go to; null where it has none
 * @param redirectAddress the address that another mail system redirects to; null where none does
 */
public record Standing(
        @Nullable Instant receivesSince,
        @Nullable Instant sendsSince,
        @Nullable String bounceName,
        @Nullable String redirectAddress) {

    /**
     * The standing of a domain. A doubt that is still within its grace period is no break.
     *
     * @param before its standing until now; null where it had none
     */
    public static Standing of(MailDomain domain, @Nullable Standing before) {
        return new Standing(
                since(domain.receiving(), before == null ? null : before.receivesSince()),
                since(domain.sending(), before == null ? null : before.sendsSince()),
                domain.issue().records().stream()
                        .filter(record -> record.purpose() == RecordPurpose.MAIL_FROM_MX)
                        .map(ExpectedRecord::name)
                        .findFirst()
                        .orElse(null),
                domain.issue().redirectAddress());
    }

    private static @Nullable Instant since(DirectionState state, @Nullable Instant before) {
        return switch (state) {
            case Verified verified -> before == null ? verified.since() : before;
            case Degraded degraded -> before == null ? degraded.since() : before;
            case NotStarted notStarted -> null;
            case Pending pending -> null;
            case Failed failed -> null;
        };
    }
}
