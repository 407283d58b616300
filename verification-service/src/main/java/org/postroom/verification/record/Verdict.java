package org.postroom.verification.record;

import com.google.errorprone.annotations.FormatMethod;
import org.jspecify.annotations.Nullable;

/**
 * What answers mean for a record.
 *
 * @param status the status
 * @param mistake the mistake that was recognised; null where none was
 * @param cure what to do, one sentence; empty where nothing is
 */
record Verdict(RecordStatus status, @Nullable Mistake mistake, String cure) {

    static final Verdict OK = new Verdict(RecordStatus.OK, null, "");

    @FormatMethod
    static Verdict mismatch(Mistake mistake, String cure, Object... details) {
        return new Verdict(RecordStatus.MISMATCH, mistake, cure.formatted(details));
    }

    @FormatMethod
    static Verdict duplicate(Mistake mistake, String cure, Object... details) {
        return new Verdict(RecordStatus.DUPLICATE, mistake, cure.formatted(details));
    }
}
