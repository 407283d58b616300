package org.postroom.runtime.limits;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Optional;

/** A bucket of tokens for each of many, of which the least used are forgotten first, as full as they are. */
final class Buckets {

    private final LoadingCache<String, Bucket> buckets;

    /** @param most how many are remembered at most */
    Buckets(LimitSettings.Rate rate, int most) {
        Duration untilFull = Duration.ofSeconds(rate.burst() / rate.perSecond() + 1L);
        this.buckets = Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterAccess(untilFull.multipliedBy(2))
                .build(whose -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                        .build());
    }

    /** Takes a token; where there is none, says how long it takes until there is one. */
    Optional<Duration> take(String whose) {
        var probe = buckets.get(whose).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Optional.empty() : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
}
