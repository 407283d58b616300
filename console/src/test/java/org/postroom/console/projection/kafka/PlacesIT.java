package org.postroom.console.projection.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.projection.Generation;
import org.postroom.console.projection.LogPosition;
import org.postroom.console.projection.jdbc.Generations;
import org.postroom.console.projection.jdbc.ReadModels;
import org.postroom.runtime.deadletter.RecordBatches;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.listener.BatchListenerFailedException;

/** Up to where a read model has read, where something in the log cannot be read. */
class PlacesIT extends OpenConsole {

    private final String topic = Facts.id("topic");

    @Autowired
    private ReadModels readModels;

    @Autowired
    private Generations generations;

    @Autowired
    private RecordBatches batches;

    private Generation generation;
    private ProjectionListener listener;

    @BeforeEach
    void listen() {
        generation = generations
                .find(Projection.DIRECTORY.model(), Generation.State.SERVING)
                .orElseThrow();
        listener = new ProjectionListener(Projection.DIRECTORY, generation, readModels, batches);
    }

    @Test
    void arePassedByRecordsThatWereSetAsideEvenWhereNothingElseComes() {
        fails(5);
        fails(6);
        fails(7);

        assertThat(place()).containsExactly(7L);
    }

    @Test
    void areNotPassedByARecordThatIsTriedAgain() {
        fails(5);
        fails(5, 6, 7);

        assertThat(place()).isEmpty();
    }

    private void fails(long... offsets) {
        List<ConsumerRecord<String, Object>> records = LongStream.of(offsets)
                .mapToObj(offset -> new ConsumerRecord<String, Object>(topic, 0, offset, topic, "no event at all"))
                .toList();

        assertThatThrownBy(() -> listener.onMessage(records, null, null))
                .isInstanceOf(BatchListenerFailedException.class);
    }

    private List<Long> place() {
        return readModels.places(generation).stream()
                .filter(place -> place.topic().equals(topic))
                .map(LogPosition::offset)
                .toList();
    }
}
