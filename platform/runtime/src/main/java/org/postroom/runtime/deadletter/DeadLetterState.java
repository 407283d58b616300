package org.postroom.runtime.deadletter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is set aside, as metrics and as a detail of the health. It takes no readiness away: all else is processed. */
final class DeadLetterState implements HealthIndicator, MeterBinder {

    private final JdbcClient database;

    DeadLetterState(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("setAside", (long) waiting())
                .withDetail("oldest", Duration.ofSeconds((long) oldestSeconds()).toString())
                .build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("postroom.listener.set.aside", this, DeadLetterState::waiting)
                .description("Records that listeners could not process, and those that wait behind them")
                .register(registry);
        TimeGauge.builder("postroom.listener.set.aside.oldest", this, TimeUnit.SECONDS, DeadLetterState::oldestSeconds)
                .description("How long ago the oldest of these records was set aside")
                .register(registry);
    }

    private double waiting() {
        return number("select count(*) from listener_set_aside where discarded_at is null");
    }

    private double oldestSeconds() {
        return number("""
                select coalesce(extract(epoch from now() - min(set_aside_at)), 0)
                from listener_set_aside where discarded_at is null
                """);
    }

    private double number(String query) {
        return database.sql(query).query(Double.class).single();
    }
}
