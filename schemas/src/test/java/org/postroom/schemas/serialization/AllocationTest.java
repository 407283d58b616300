package org.postroom.schemas.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.events.agent.AgentStatusChanged;
import org.postroom.events.common.AgentStatus;
import org.postroom.schemas.registry.RegistryStub;

/** Encoders, decoders and buffers are used again: each record costs little more than its own bytes and objects. */
class AllocationTest {

    private static final String TOPIC = "postroom.agent-events";
    private static final int RECORDS = 5_000;
    private static final long BYTES_ALLOWED_EACH = 1_500;

    @Test
    void writesAndReadsWithoutNewBuffersForEachRecord() {
        try (RegistryStub registry = RegistryStub.start()) {
            // given
            PostroomAvroSerde serde = new PostroomAvroSerde();
            serde.configure(Map.of("schema.registry.url", registry.url()), false);
            AgentStatusChanged event = AgentStatusChanged.newBuilder()
                    .setOrganisationId("acme")
                    .setAgentId("agent")
                    .setStatus(AgentStatus.ON_QUEUE)
                    .setPreviousStatus(AgentStatus.OFF_QUEUE)
                    .setReason("REQUESTED")
                    .setOccurredAt(Instant.parse("2026-11-22T10:15:30.123456Z"))
                    .build();
            assertThat(roundTrips(serde, event)).isEqualTo(event);

            // when
            long before = allocated();
            Object _ = roundTrips(serde, event);
            long each = (allocated() - before) / RECORDS;

            // then
            assertThat(each).as("bytes allocated to write and read one record").isLessThan(BYTES_ALLOWED_EACH);
        }
    }

    private static Object roundTrips(PostroomAvroSerde serde, AgentStatusChanged event) {
        Object last = event;
        for (int i = 0; i < RECORDS; i++) {
            last = serde.deserializer().deserialize(TOPIC, serde.serializer().serialize(TOPIC, event));
        }
        return last;
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
