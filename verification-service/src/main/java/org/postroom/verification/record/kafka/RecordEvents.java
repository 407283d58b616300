package org.postroom.verification.record.kafka;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postroom.events.common.IssuedRecord;
import org.postroom.verification.record.ExpectedRecord;
import org.postroom.verification.record.RecordCheck;
import org.postroom.verification.record.RecordPurpose;
import org.postroom.verification.record.RecordStatus;

/** Records and their checks in the form of events. */
public final class RecordEvents {

    private RecordEvents() {}

    /** The records as they were issued. */
    public static List<IssuedRecord> issued(List<ExpectedRecord> records) {
        return records.stream().map(RecordEvents::issued).toList();
    }

    /** The results of a check. */
    public static List<org.postroom.events.common.RecordCheck> checked(List<RecordCheck> results) {
        return results.stream().map(RecordEvents::checked).toList();
    }

    /** A record as it was issued. */
    public static IssuedRecord issued(ExpectedRecord expected) {
        return IssuedRecord.newBuilder()
                .setPurpose(purpose(expected.purpose()))
                .setRequired(expected.required())
                .setName(expected.name())
                .setType(expected.type().name())
                .setValue(expected.value())
                .build();
    }

    private static org.postroom.events.common.RecordCheck checked(RecordCheck result) {
        return org.postroom.events.common.RecordCheck.newBuilder()
                .setExpected(issued(result.expected()))
                .setFound(result.found())
                .setStatus(status(result.status()))
                .setCure(result.cure())
                .setServers(result.servers())
                .setTtlSeconds(result.ttlSeconds())
                .setAnswers(result.answers().stream().map(AnswerEvents::of).toList())
                .build();
    }

    /** What a record is for. */
    public static org.postroom.events.common.RecordPurpose purpose(RecordPurpose purpose) {
        return switch (purpose) {
            case OWNERSHIP -> org.postroom.events.common.RecordPurpose.OWNERSHIP;
            case INBOUND_MX -> org.postroom.events.common.RecordPurpose.INBOUND_MX;
            case DKIM -> org.postroom.events.common.RecordPurpose.DKIM;
            case MAIL_FROM_MX -> org.postroom.events.common.RecordPurpose.MAIL_FROM_MX;
            case MAIL_FROM_SPF -> org.postroom.events.common.RecordPurpose.MAIL_FROM_SPF;
            case DMARC -> org.postroom.events.common.RecordPurpose.DMARC;
            case MTA_STS -> org.postroom.events.common.RecordPurpose.MTA_STS;
            case MTA_STS_HOST -> org.postroom.events.common.RecordPurpose.MTA_STS_HOST;
            case TLS_REPORTS -> org.postroom.events.common.RecordPurpose.TLS_REPORTS;
        };
    }

    /** A verdict; null where there is none yet. */
    public static org.postroom.events.common.RecordStatus status(@Nullable RecordStatus status) {
        return switch (status) {
            case null -> org.postroom.events.common.RecordStatus.UNKNOWN;
            case OK -> org.postroom.events.common.RecordStatus.OK;
            case MISSING -> org.postroom.events.common.RecordStatus.MISSING;
            case MISMATCH -> org.postroom.events.common.RecordStatus.MISMATCH;
            case DUPLICATE -> org.postroom.events.common.RecordStatus.DUPLICATE;
            case PENDING -> org.postroom.events.common.RecordStatus.PENDING;
            case LOOKUP_ERROR -> org.postroom.events.common.RecordStatus.LOOKUP_ERROR;
        };
    }
}
