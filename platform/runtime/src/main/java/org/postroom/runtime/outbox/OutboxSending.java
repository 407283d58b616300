package org.postroom.runtime.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.postroom.runtime.kafka.Partitions;
import org.postroom.schemas.catalogue.Topics;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the rows of one batch, many at a time. A large row is sent alone, because a broker may refuse it for its size only
 * after others of its key were sent behind it. Once one row of an organisation must be tried again, its later ones are not
 * sent, and behind a row that is set aside no row of its key is.
 */
final class OutboxSending {

    /** Far below every limit that is in use for records, and far above what nearly all events take. */
    private static final int LARGE = 64 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BEHIND = "an earlier event of the same key was set aside";

    private final Producer<String, byte[]> producer;
    private final long patience;
    private final long begun = System.nanoTime();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final Map<Integer, Future<RecordMetadata>> underWay = new LinkedHashMap<>();
    private final Set<OutboxRow.Entity> aside = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();

    OutboxSending(Producer<String, byte[]> producer, Duration patience) {
        this.producer = producer;
        this.patience = patience.toNanos();
    }

    /** Returns what became of each row, in their order. */
    List<Delivery> send(List<OutboxRow> rows) {
        for (int index = 0; index < rows.size(); index++) {
            OutboxRow row = rows.get(index);
            boolean large = row.octets() > LARGE;
            if (large) {
                settle(rows);
            }
            deliveries.add(new Delivery.Later());
            note(index, row, begin(index, row));
            if (large) {
                settle(rows);
            }
        }
        settle(rows);
        return deliveries;
    }

    /** Begins to send a row; what is under way counts as to be tried again until it is acknowledged. */
    private Delivery begin(int index, OutboxRow row) {
        if (row.behind() || aside.contains(row.entity())) {
            return new Delivery.SetAside(BEHIND);
        }
        if (waiting.contains(row.organisationId()) || System.nanoTime() - begun > patience) {
            return new Delivery.Later();
        }
        try {
            Future<RecordMetadata> sent = producer.send(record(row));
            if (sent.isDone()) {
                return result(sent);
            }
            underWay.put(index, sent);
            return new Delivery.Acknowledged();
        } catch (KafkaException failed) {
            return Delivery.failed(failed);
        }
    }

    private void settle(List<OutboxRow> rows) {
        if (underWay.isEmpty()) {
            return;
        }
        producer.flush();
        underWay.forEach((index, sent) -> note(index, rows.get(index), result(sent)));
        underWay.clear();
    }

    private void note(int index, OutboxRow row, Delivery delivery) {
        deliveries.set(index, delivery);
        switch (delivery) {
            case Delivery.Acknowledged done -> {}
            case Delivery.SetAside unsendable -> aside.add(row.entity());
            case Delivery.Later later -> waiting.add(row.organisationId());
        }
    }

    private Delivery result(Future<RecordMetadata> sent) {
        try {
            sent.get(patience, TimeUnit.NANOSECONDS);
            return new Delivery.Acknowledged();
        } catch (ExecutionException failed) {
            return Delivery.failed(failed.getCause());
        } catch (TimeoutException slow) {
            return new Delivery.Later();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Delivery.Later();
        }
    }

    private ProducerRecord<String, byte[]> record(OutboxRow row) {
        var known = Topics.all().stream()
                .filter(candidate -> candidate.name().equals(row.topic()))
                .findFirst()
                .orElseThrow(
                        () -> new InvalidTopicException("expected a topic of the catalogue, but got " + row.topic()));
        int partition = Partitions.partition(
                known,
                row.organisationId(),
                row.key(),
                producer.partitionsFor(row.topic()).size());
        var headers = new RecordHeaders();
        try {
            JSON.readValue(row.headers(), new TypeReference<Map<String, String>>() {})
                    .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        } catch (JacksonException unreadable) {
            throw new SerializationException("expected headers as texts by their names, but they are not", unreadable);
        }
        return new ProducerRecord<>(row.topic(), partition, row.key(), row.payload(), headers);
    }
}
