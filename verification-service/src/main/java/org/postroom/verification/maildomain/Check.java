package org.postroom.verification.maildomain;

import java.time.Duration;
import java.time.Instant;

/**
 * A check that ended.
 *
 * @param trigger what made it run
 * @param findings what it found
 * @param endedAt when it ended
 * @param took how long it took
 */
public record Check(CheckTrigger trigger, Findings findings, Instant endedAt, Duration took) {}
