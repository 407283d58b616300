package org.postroom.runtime.time;

import java.time.Clock;
import java.time.Duration;
import org.postroom.runtime.id.IdSource;
import org.postroom.runtime.id.TimeOrderedIds;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/** The one place that provides the wall clock and new identifiers. */
@AutoConfiguration
public class TimeConfiguration {

    /** Ticks in microseconds, the precision that events carry. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    @ConditionalOnMissingBean
    IdSource idSource(Clock clock) {
        return new TimeOrderedIds(clock);
    }
}
