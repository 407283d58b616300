package org.postroom.inbound.reception.smtp;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** Counts by the minute for each of many; who was quiet for a minute may do a minute's worth at once. */
final class PerMinute {

    /** Of more than these the ones that were quiet longest are forgotten, and may begin anew. */
    private static final int MOST_REMEMBERED = 100_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LoadingCache<String, Bucket> buckets;

    /** @param most how often each may in a minute */
    PerMinute(int most) {
        buckets = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .build(whose -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, MINUTE))
                        .build());
    }

    /** True where this one may once more; counts it. */
    boolean allows(String whose) {
        return buckets.get(whose).tryConsume(1);
    }
}
