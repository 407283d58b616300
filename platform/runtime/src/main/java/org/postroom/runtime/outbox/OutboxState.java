package org.postroom.runtime.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far behind the outbox is, as metrics and as a part of readiness. */
final class OutboxState implements HealthIndicator, MeterBinder {

    private final JdbcClient database;
    private final Duration allowedAge;

    /** @param allowedAge how old the oldest row may be before the service is out of service */
    OutboxState(JdbcClient database, Duration allowedAge) {
        this.database = database;
        this.allowedAge = allowedAge;
    }

    @Override
    public Health health() {
        Duration oldest = Duration.ofMillis((long) (1000 * oldestSeconds()));
        return (oldest.compareTo(allowedAge) <= 0 ? Health.up() : Health.outOfService())
                .withDetail("waiting", waiting())
                .withDetail("oldest", oldest.toString())
                .withDetail("allowed", allowedAge.toString())
                .withDetail("setAside", setAside())
                .build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("postroom.outbox.waiting", this, OutboxState::waiting)
                .description("Events that wait to be published")
                .register(registry);
        Gauge.builder("postroom.outbox.oldest", this, OutboxState::oldestSeconds)
                .description("How long the oldest event has been waiting to be published")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("postroom.outbox.set.aside", this, OutboxState::setAside)
                .description("Events that cannot be published, and those of the same key behind them")
                .register(registry);
    }

    private double waiting() {
        return number("select count(*) from outbox");
    }

    private double oldestSeconds() {
        return number("select coalesce(extract(epoch from now() - min(added_at)), 0) from outbox");
    }

    private double setAside() {
        return number("select count(*) from outbox_set_aside");
    }

    private double number(String query) {
        return database.sql(query).query(Double.class).single();
    }
}
