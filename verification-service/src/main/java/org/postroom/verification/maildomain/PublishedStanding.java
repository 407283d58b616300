package org.postroom.verification.maildomain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.direction.DirectionState;
import org.postroom.verification.direction.DirectionState.Degraded;
import org.postroom.verification.direction.DirectionState.Failed;
import org.postroom.verification.direction.DirectionState.NotStarted;
import org.postroom.verification.direction.DirectionState.Pending;
import org.postroom.verification.direction.DirectionState.Verified;
import org.postroom.verification.direction.DomainUse.ReceivingWay;
import org.postroom.verification.ownership.Ownership.InDoubt;
import org.postroom.verification.ownership.Ownership.Owned;
import org.postroom.verification.ownership.Ownership.Unproven;
import org.postroom.verification.ownership.Ownership.Waiting;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordPurpose;

/**
 * What others are told of a domain: what it may be used for now, and the names that mail for it comes to.
 *
 * @param receivesSince since when it may receive without a break; null where it may not
 * @param sendsSince since when it may send without a break; null where it may not
 * @param receivesUnderName whether what is addressed to its own name is its mail, and not only what is redirected; true of
 *     one claim to a name at most
 * @param nameProvenAt when its name was last proven to be the organisation's; null where it never was
 * @param bounceName the name that bounces go to; null where it has none
 * @param redirectAddress the address that another mail system redirects to; null where none does
 */
public record PublishedStanding(
        @Nullable Instant receivesSince,
        @Nullable Instant sendsSince,
        boolean receivesUnderName,
        @Nullable Instant nameProvenAt,
        @Nullable String bounceName,
        @Nullable String redirectAddress) {

    /**
     * The standing of a domain. A doubt that is still within its grace period is no break.
     *
     * @param before its standing until now; null where it had none
     */
    public static PublishedStanding of(MailDomain domain, @Nullable PublishedStanding before) {
        @Nullable Instant receives = since(domain.receiving(), before == null ? null : before.receivesSince());
        return new PublishedStanding(
                receives,
                since(domain.sending(), before == null ? null : before.sendsSince()),
                receives != null && hasMailOfItsName(domain),
                nameProvenAt(domain, before == null ? null : before.nameProvenAt()),
                domain.issue().records().stream()
                        .filter(record -> record.purpose() == RecordPurpose.MAIL_FROM_MX)
                        .map(ExpectedRecord::name)
                        .findFirst()
                        .orElse(null),
                domain.issue().redirectAddress());
    }

    private static boolean hasMailOfItsName(MailDomain domain) {
        if (!domain.use().isChecked()) {
            return true;
        }
        return domain.use().receiving() == ReceivingWay.MX && domain.ownership().hasName();
    }

    /** Kept when the name is lost: bounces come late, and are still the domain's until another one has proven the name. */
    private static @Nullable Instant nameProvenAt(MailDomain domain, @Nullable Instant before) {
        if (!domain.use().isChecked()) {
            return before == null ? since(domain.sending(), null) : before;
        }
        return switch (domain.ownership()) {
            case Owned owned -> owned.since();
            case InDoubt doubted -> before == null ? doubted.since() : before;
            case Unproven unproven -> before;
            case Waiting waiting -> before;
        };
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
