package org.postroom.runtime.deadletter;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.BatchListenerFailedException;

/**
 * Lets a listener take many records in one transaction, while each record that fails is found, tried again and set aside by
 * itself. A batch that fails is taken in halves, and these in halves again, in order: all before the failing record is done,
 * nothing behind it.
 */
public final class RecordBatches {

    private final SetAside aside;
    private final BoundedRetries retries;

    /**
     * A record of a batch.
     *
     * @param entry the record
     * @param heldBack whether an earlier one of the same entity is set aside, and so this one now too: it must not be
     *     processed, its place only passed
     */
    public record Taken(ConsumerRecord<String, Object> entry, boolean heldBack) {}

    /** What a listener does with records that follow each other: all of it, or nothing and an exception. */
    @FunctionalInterface
    public interface Work {
        /** Processes the records; called again with fewer where it failed. */
        void on(List<Taken> records);
    }

    RecordBatches(SetAside aside, BoundedRetries retries) {
        this.aside = aside;
        this.retries = retries;
    }

    /**
     * Does the work with records as they were read.
     *
     * @param listener the listener's consumer group
     * @throws BatchListenerFailedException where a record failed that the listener has to stand on, or set aside; those before
     *     it are done
     */
    public void process(String listener, List<ConsumerRecord<String, Object>> records, Work work) {
        List<Taken> taken = new ArrayList<>(records.size());
        for (ConsumerRecord<String, Object> entry : records) {
            taken.add(new Taken(entry, aside.keepBehind(listener, entry)));
        }
        if (!taken.isEmpty()) {
            halve(listener, taken, work);
        }
    }

    private void halve(String listener, List<Taken> records, Work work) {
        try {
            work.on(records);
            records.forEach(record -> retries.processed(listener, record.entry()));
            return;
        } catch (RuntimeException failed) {
            // While a part of ours is gone, smaller batches would fail as well, each after a timeout.
            if (records.size() == 1 || FailureKind.of(failed) == FailureKind.WAIT) {
                throw new BatchListenerFailedException(
                        "a record of a batch failed", failed, records.getFirst().entry());
            }
        }
        int middle = records.size() / 2;
        halve(listener, records.subList(0, middle), work);
        halve(listener, records.subList(middle, records.size()), work);
    }
}
