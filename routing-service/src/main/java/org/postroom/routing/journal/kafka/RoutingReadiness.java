package org.postroom.routing.journal.kafka;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Ready when every partition is restored and worked on, and the journal's end is near. */
final class RoutingReadiness implements HealthIndicator {

    private final RoutingStreams streams;
    private final long allowedLag;

    RoutingReadiness(RoutingStreams streams, long allowedLag) {
        this.streams = streams;
        this.allowedLag = allowedLag;
    }

    @Override
    public Health health() {
        var state = streams.state();
        var lag = streams.lag();
        var ready = state == KafkaStreams.State.RUNNING && lag <= allowedLag;
        return (ready ? Health.up() : Health.outOfService())
                .withDetail("state", state)
                .withDetail("lag", lag)
                .build();
    }
}
