package org.postroom.verification.maildomain.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.verification.record.Difference;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.Mistake;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordPurpose;
import org.postroom.verification.record.RecordStatus;
import org.postroom.verification.record.RecordType;
import org.postroom.verification.record.ZoneFacts;

/**
 * A record to publish, with what a check found.
 *
 * @param purpose what it is for
 * @param required whether the domain cannot be verified without it
 * @param name the absolute name
 * @param relativeName the name as DNS hosts that append the zone want it
 * @param zone the zone that it is published in
 * @param type the type
 * @param value the value to publish
 * @param valueChunks the value in strings of at most 255 bytes
 * @param status the verdict; PENDING before the first check
 * @param found the values found
 * @param difference where the nearest of them differs from the expected value; empty where none does
 * @param mistake the mistake that was recognised; null where none was
 * @param cure what is wrong and how to cure it; null where all is well
 * @param servers the name servers asked
 * @param answers what each of them answered
 * @param ttlSeconds how long resolvers may keep what was found; null where nothing was
 */
record RecordJson(
        RecordPurpose purpose,
        boolean required,
        String name,
        String relativeName,
        String zone,
        RecordType type,
        String value,
        List<String> valueChunks,
        RecordStatus status,
        List<String> found,
        List<Difference.Part> difference,
        @Nullable Mistake mistake,
        @Nullable String cure,
        List<String> servers,
        List<AnswerJson> answers,
        @Nullable Long ttlSeconds) {

    static RecordJson of(ExpectedRecord record, @Nullable RecordCheck result, ZoneFacts zone) {
        return new RecordJson(
                record.purpose(),
                record.required(),
                record.name(),
                zone.relative(record.name()),
                zone.zone(),
                record.type(),
                record.value(),
                record.valueChunks(),
                result == null ? RecordStatus.PENDING : result.status(),
                result == null ? List.of() : result.found(),
                result == null || result.status() == RecordStatus.OK
                        ? List.of()
                        : Difference.between(record.value(), result.found()),
                result == null ? null : result.mistake(),
                result == null ? null : result.cure(),
                result == null ? List.of() : result.servers(),
                result == null
                        ? List.of()
                        : result.answers().stream().map(AnswerJson::of).toList(),
                result == null ? null : result.ttlSeconds());
    }
}
