package org.postroom.outbound.delivery.worker;

import java.time.Duration;
import java.util.List;
import org.postroom.outbound.delivery.RetrySchedule;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How deliveries are run.
 *
 * @param concurrency how many attempts this process makes at once, 1 to 1000
 * @param pollInterval how often it looks for due deliveries
 * @param senderLease how long after its last sign of life a sender's attempts count as abandoned
 * @param retryDelays the pauses after the first, second, … attempt; the last one repeats
 * @param giveUpAfter how long after it was queued a mail is given up
 */
@ConfigurationProperties("postroom.outbound")
record DeliverySettings(
        @DefaultValue("20") int concurrency,
        @DefaultValue("100ms") Duration pollInterval,
        @DefaultValue("30s") Duration senderLease,
        @DefaultValue({"1m", "5m", "15m", "1h", "2h", "4h"}) List<Duration> retryDelays,
        @DefaultValue("3d") Duration giveUpAfter) {

    private static final int MOST = 1000;

    DeliverySettings {
        retryDelays = List.copyOf(retryDelays);
        if (concurrency < 1 || concurrency > MOST) {
            throw new IllegalArgumentException(
                    "postroom.outbound.concurrency: expected 1 to %d, but got %d".formatted(MOST, concurrency));
        }
        requirePositive("poll-interval", pollInterval);
        requirePositive("sender-lease", senderLease);
        requirePositive("give-up-after", giveUpAfter);
        retryDelays.forEach(delay -> requirePositive("retry-delays", delay));
    }

    RetrySchedule schedule() {
        return new RetrySchedule(retryDelays, giveUpAfter);
    }

    private static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(
                    "postroom.outbound." + name + ": expected a positive time, but got " + value);
        }
    }
}
