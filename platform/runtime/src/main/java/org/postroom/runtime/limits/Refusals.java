package org.postroom.runtime.limits;

import io.micrometer.core.instrument.MeterRegistry;

/**
 * Counts the requests that were refused, by the limit that they met and by nothing else: which organisation or user it
 * was would make a series for each.
 */
final class Refusals {

    private static final String METER = "postroom.requests.refused";

    private final MeterRegistry meters;

    Refusals(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(String limit) {
        meters.counter(METER, "limit", limit).increment();
    }
}
