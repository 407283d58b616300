package org.postroom.runtime.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.listener.BatchListenerFailedException;

class RecordBatchesTest {

    private final List<Long> done = new ArrayList<>();
    private final List<Long> heldBack = new ArrayList<>();
    private final RecordBatches batches = new RecordBatches(
            new HoldsBackTheSecond(), new BoundedRetries(new HoldsBackTheSecond(), Duration.ofSeconds(1)));
    private int calls;

    @Test
    void doesAllAtOnceAndTellsWhichOnlyPass() {
        batches.process("listener", records(10), this::work);

        assertThat(calls).isEqualTo(1);
        assertThat(done).containsExactly(0L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThat(heldBack).containsExactly(1L);
    }

    @Test
    void doesEverythingBeforeTheRecordThatFailsAndNothingBehindIt() {
        assertThatExceptionOfType(BatchListenerFailedException.class)
                .isThrownBy(() -> batches.process("listener", records(1_000), taken -> {
                    if (taken.stream().anyMatch(each -> each.entry().offset() == 700)) {
                        calls++;
                        throw new IllegalStateException("a record that fails");
                    }
                    work(taken);
                }))
                .satisfies(failed -> assertThat(failed.getRecord().offset()).isEqualTo(700));

        assertThat(done.size() + heldBack.size()).isEqualTo(700);
        assertThat(done).isSorted().endsWith(699L);
        assertThat(calls).isLessThan(25);
    }

    @Test
    void doesNotTrySmallerBatchesWhileTheDatabaseIsGone() {
        assertThatExceptionOfType(BatchListenerFailedException.class)
                .isThrownBy(() -> batches.process("listener", records(10), taken -> {
                    calls++;
                    throw new IllegalStateException(new ConnectException());
                }))
                .satisfies(failed -> assertThat(failed.getRecord().offset()).isZero());

        assertThat(calls).isEqualTo(1);
    }

    private void work(List<RecordBatches.Taken> taken) {
        calls++;
        taken.forEach(
                each -> (each.heldBack() ? heldBack : done).add(each.entry().offset()));
    }

    private static List<ConsumerRecord<String, Object>> records(int count) {
        return IntStream.range(0, count)
                .mapToObj(offset -> new ConsumerRecord<String, Object>("topic", 0, offset, "key", "value"))
                .toList();
    }

    /** As if an earlier record of the second's entity were set aside. */
    private static final class HoldsBackTheSecond implements SetAside {

        @Override
        public void put(String listener, ConsumerRecord<?, ?> entry, FailureReason reason) {
            throw new IllegalStateException("expected nothing to be set aside, but got " + entry);
        }

        @Override
        public boolean keepBehind(String listener, ConsumerRecord<?, ?> entry) {
            return entry.offset() == 1;
        }

        @Override
        public boolean holdsOf(String listener, ConsumerRecord<?, ?> entry) {
            return false;
        }

        @Override
        public void forget(String listener) {
            throw new IllegalStateException("expected nothing to be forgotten for " + listener);
        }
    }
}
