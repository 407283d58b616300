package org.postroom.verification.record;

/**
 * What one server's answer means for a record.
 *
 * @param status OK, MISSING, MISMATCH or DUPLICATE
 * @param cure what to do; empty where nothing is
 */
record Verdict(RecordStatus status, String cure) {

    static final Verdict OK = new Verdict(RecordStatus.OK, "");
}
