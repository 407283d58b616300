package org.postroom.inbound.message;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.field.DateTimeFieldLenientImpl;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;

/** Reads the Date field (RFC 5322, section 3.3), and the older forms that are still about. */
final class SentDate {

    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2999-12-31T23:59:59Z");

    private SentDate() {}

    /** The moment; empty where it cannot be read or no mail can be of that time. */
    static Optional<Instant> read(Field field) {
        @Nullable
        Date date = DateTimeFieldLenientImpl.PARSER
                .parse(field, DecodeMonitor.SILENT)
                .getDate();
        return Optional.ofNullable(date)
                .map(Date::toInstant)
                .filter(moment -> !moment.isBefore(EARLIEST) && !moment.isAfter(LATEST));
    }
}
