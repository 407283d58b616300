package org.postroom.verification.maildomain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.postroom.verification.record.RecordCheck;

/**
 * A check that ended.
 *
 * @param trigger what made it run
 * @param results one for each record that was issued when it began
 * @param endedAt when it ended
 * @param took how long it took
 */
public record Check(CheckTrigger trigger, List<RecordCheck> results, Instant endedAt, Duration took) {}
