package org.postroom.runtime.health;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Ready when the broker answers and every listener of this service is no more than a few records behind. */
final class KafkaReadiness implements HealthIndicator {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Admin admin;
    private final KafkaListenerEndpointRegistry listeners;
    private final long allowedLag;

    KafkaReadiness(Admin admin, KafkaListenerEndpointRegistry listeners, long allowedLag) {
        this.admin = admin;
        this.listeners = listeners;
        this.allowedLag = allowedLag;
    }

    @Override
    public Health health() {
        try {
            int nodes = await(
                            admin.describeCluster().nodes().toCompletionStage().toCompletableFuture())
                    .size();
            Map<String, Long> lags = new HashMap<>();
            for (MessageListenerContainer container : listeners.getListenerContainers()) {
                if (keepsItsOwnPlace(container)) {
                    continue;
                }
                lags.put(String.valueOf(container.getListenerId()), lag(container));
            }
            boolean ready = lags.values().stream().allMatch(lag -> lag <= allowedLag);
            return (ready ? Health.up() : Health.outOfService())
                    .withDetail("nodes", nodes)
                    .withDetail("lag", lags)
                    .build();
        } catch (ExecutionException | TimeoutException unreachable) {
            return Health.down(unreachable).build();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Health.down(interrupted).build();
        }
    }

    /** Such a listener commits nothing, and tells by itself how far it is. */
    private static boolean keepsItsOwnPlace(MessageListenerContainer container) {
        return container.getContainerProperties().getAckMode() == AckMode.MANUAL;
    }

    private long lag(MessageListenerContainer container)
            throws ExecutionException, TimeoutException, InterruptedException {
        Collection<TopicPartition> assigned = container.getAssignedPartitions();
        if (assigned == null || assigned.isEmpty()) {
            return container.isRunning() ? 0 : Long.MAX_VALUE;
        }
        Map<TopicPartition, OffsetAndMetadata> committed = await(admin.listConsumerGroupOffsets(container.getGroupId())
                .partitionsToOffsetAndMetadata()
                .toCompletionStage()
                .toCompletableFuture());
        var ends = await(admin.listOffsets(assigned.stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .toCompletionStage()
                .toCompletableFuture());
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata position = committed.get(end.getKey());
                    return position == null
                            ? end.getValue().offset()
                            : end.getValue().offset() - position.offset();
                })
                .sum();
    }

    private static <T> T await(java.util.concurrent.CompletableFuture<T> answer)
            throws ExecutionException, TimeoutException, InterruptedException {
        return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
