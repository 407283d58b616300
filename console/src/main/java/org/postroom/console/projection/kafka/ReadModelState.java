package org.postroom.console.projection.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.stream.Stream;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** How far the read models are behind the log, as metrics and as health; ready where pages show nearly what there is. */
final class ReadModelState implements HealthIndicator, MeterBinder {

    private final ReadModelKeeper keeper;

    private final long allowed;

    /** @param allowed how many records each may be behind */
    ReadModelState(ReadModelKeeper keeper, long allowed) {
        this.keeper = keeper;
        this.allowed = allowed;
    }

    @Override
    public Health health() {
        boolean ready = Stream.of(Projection.values())
                .allMatch(projection -> keeper.behind(projection).orElse(Long.MAX_VALUE) <= allowed);
        var health = ready ? Health.up() : Health.outOfService();
        for (Projection projection : Projection.values()) {
            health.withDetail(
                    projection.model().name(),
                    keeper.behind(projection)
                            .map(behind -> behind + " records behind")
                            .orElse("unknown"));
        }
        return health.build();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (Projection projection : Projection.values()) {
            Gauge.builder(
                            "postroom.projection.behind",
                            keeper,
                            known -> known.behind(projection)
                                    .map(Long::doubleValue)
                                    .orElse(Double.NaN))
                    .tag("model", projection.model().name())
                    .description("Records of the log that a read model has not read yet")
                    .register(registry);
        }
    }
}
