package org.postroom.verification.maildomain.http;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.direction.DirectionState;
import org.postroom.verification.direction.DirectionState.Degraded;
import org.postroom.verification.direction.DirectionState.Failed;
import org.postroom.verification.direction.DirectionState.NotStarted;
import org.postroom.verification.direction.DirectionState.Pending;
import org.postroom.verification.direction.DirectionState.Verified;
import org.postroom.verification.maildomain.MailDomain;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordPurpose;
import org.postroom.verification.record.RecordStatus;
import org.postroom.verification.record.RecordType;

/**
 * How far a domain's verification is.
 *
 * @param domainId the domain
 * @param domainName its host name
 * @param receiving whether mail to it is accepted
 * @param sending whether mail from it is sent
 * @param checkedAt when the last check ended; null before the first
 * @param records the records to publish, each with what was found
 */
record VerificationJson(
        String domainId,
        String domainName,
        DirectionJson receiving,
        DirectionJson sending,
        @Nullable Instant checkedAt,
        List<RecordJson> records) {

    static VerificationJson of(MailDomain domain) {
        return new VerificationJson(
                domain.identity().domainId(),
                domain.identity().domainName(),
                DirectionJson.of(domain.receiving()),
                DirectionJson.of(domain.sending()),
                domain.lastCheckedAt(),
                domain.records().stream()
                        .map(record -> RecordJson.of(record, result(domain, record)))
                        .toList());
    }

    private static Optional<RecordCheck> result(MailDomain domain, ExpectedRecord record) {
        return domain.lastResults().stream()
                .filter(result -> result.expected().equals(record))
                .findFirst();
    }

    /** The states of a direction. */
    enum State {
        NOT_STARTED,
        PENDING,
        VERIFIED,
        DEGRADED,
        FAILED
    }

    /**
     * The state of one direction.
     *
     * @param state the state
     * @param since when it began; null where nothing has begun
     * @param graceEndsAt when a direction in doubt fails; null otherwise
     */
    record DirectionJson(
            State state, @Nullable Instant since, @Nullable Instant graceEndsAt) {

        static DirectionJson of(DirectionState state) {
            return switch (state) {
                case NotStarted none -> new DirectionJson(State.NOT_STARTED, null, null);
                case Pending pending -> new DirectionJson(State.PENDING, pending.since(), null);
                case Verified verified -> new DirectionJson(State.VERIFIED, verified.since(), null);
                case Degraded degraded -> new DirectionJson(State.DEGRADED, degraded.since(), degraded.graceEndsAt());
                case Failed failed -> new DirectionJson(State.FAILED, failed.since(), null);
            };
        }
    }

    /**
     * A record to publish, with what the last check found.
     *
     * @param purpose what it is for
     * @param required whether the domain cannot be verified without it
     * @param name the absolute name
     * @param type the type
     * @param value the value to publish
     * @param status the verdict; PENDING before the first check
     * @param found the values found
     * @param cure what is wrong and how to cure it; null where all is well
     * @param servers the name servers asked
     * @param ttlSeconds how long resolvers may keep what was found; null where nothing was
     */
    record RecordJson(
            RecordPurpose purpose,
            boolean required,
            String name,
            RecordType type,
            String value,
            RecordStatus status,
            List<String> found,
            @Nullable String cure,
            List<String> servers,
            @Nullable Long ttlSeconds) {

        static RecordJson of(ExpectedRecord record, Optional<RecordCheck> result) {
            return new RecordJson(
                    record.purpose(),
                    record.required(),
                    record.name(),
                    record.type(),
                    record.value(),
                    result.map(RecordCheck::status).orElse(RecordStatus.PENDING),
                    result.map(RecordCheck::found).orElse(List.of()),
                    result.map(RecordCheck::cure).orElse(null),
                    result.map(RecordCheck::servers).orElse(List.of()),
                    result.map(RecordCheck::ttlSeconds).orElse(null));
        }
    }
}
