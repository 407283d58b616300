package org.postroom.local.deadletters;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;

/**
 * The dead letters that lie in topics: routing's, and those of services without a database. A letter is given back by writing
 * it again to the topic that it came from, together, in one transaction, with a note in the dead letters that says so; a note
 * stands also for what was given up. Only what stays true may be given back: a mail and the progress of a reply. An agent's
 * command is hours old, and configuration may have been changed since.
 */
public final class RoutingLetters implements LetterBox {

    /** In a note: the offset of the letter that it settles. */
    private static final String SETTLES = "postroom-settles";

    /** In a record that was given back: where its letter lies. */
    private static final String GIVEN_BACK = "postroom-given-back";

    private static final String REASON = "postroom-reason";
    private static final String LISTENER = "postroom-listener";
    private static final String TYPE = "ce_type";
    private static final String COMMON = "postroom.";
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Set<String> MAY_COME_LATE = Set.of(
            "EmailReceived",
            "ReplyRequested",
            "ReplyComposed",
            "ReplySent",
            "ReplyFailed",
            "ReplyUncertain",
            "unknown");

    private final String brokers;

    /** @param brokers as Kafka's clients take them in {@code bootstrap.servers} */
    public RoutingLetters(String brokers) {
        this.brokers = brokers;
    }

    private record Letter(Topic source, ConsumerRecord<String, byte[]> entry) {

        String id() {
            return source.name().substring(COMMON.length()) + "/" + entry.partition() + "/" + entry.offset();
        }

        String event() {
            String type = text(entry.headers(), TYPE).orElse("unknown");
            return type.substring(type.lastIndexOf('.') + 1);
        }

        boolean isOfOneListener() {
            return text(entry.headers(), LISTENER).isPresent();
        }

        DeadLetter described() {
            return new DeadLetter(
                    id(),
                    text(entry.headers(), LISTENER).orElse("routing"),
                    entry.key() == null ? "" : entry.key(),
                    event(),
                    source.deadLetters() + ", partition " + entry.partition() + ", offset " + entry.offset(),
                    entry.value() == null ? 0 : entry.value().length,
                    Instant.ofEpochMilli(entry.timestamp()),
                    "failed",
                    text(entry.headers(), REASON).orElse(""),
                    "");
        }
    }

    @Override
    public List<DeadLetter> list() {
        return read().stream().map(Letter::described).toList();
    }

    @Override
    public Optional<DeadLetter> find(String id) {
        return letter(id).map(Letter::described);
    }

    @Override
    public Outcome retry(String id) {
        Optional<Letter> found = letter(id);
        if (found.isEmpty()) {
            return new Outcome(false, id + " is not there any more.");
        }
        Letter letter = found.get();
        if (letter.isOfOneListener()) {
            return new Outcome(
                    false,
                    id
                            + " concerns one listener alone, so it cannot be written again for all. See docs/operations.md.");
        }
        if (!MAY_COME_LATE.contains(letter.event())) {
            return new Outcome(
                    false,
                    id + " would come too late: what it says, " + letter.event()
                            + ", may no longer be true. Do it again in the console, and discard this.");
        }
        write(letter, "given back", true);
        return new Outcome(true, id + " has been given back to routing.");
    }

    @Override
    public Outcome discard(String id, String reason) {
        Optional<Letter> found = letter(id);
        if (found.isEmpty()) {
            return new Outcome(false, id + " is not there any more.");
        }
        write(found.get(), reason, false);
        return new Outcome(true, id + " is given up.");
    }

    private Optional<Letter> letter(String id) {
        return read().stream().filter(letter -> letter.id().equals(id)).findFirst();
    }

    private void write(Letter letter, String reason, boolean again) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", brokers, "transactional.id", "postroom-dead-letters", "max.block.ms", 20_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            if (again) {
                var _ = producer.send(givenBack(
                        letter, producer.partitionsFor(letter.source().name()).size()));
            }
            // the commit fails where one of them was not acknowledged
            var _ = producer.send(note(letter, reason));
            producer.commitTransaction();
        } catch (KafkaException failed) {
            throw refused(failed);
        }
    }

    private static ProducerRecord<String, byte[]> givenBack(Letter letter, int partitions) {
        var entry = letter.entry();
        var headers = new RecordHeaders();
        for (Header header : entry.headers()) {
            if (!header.key().equals(REASON) && !header.key().equals(GIVEN_BACK)) {
                headers.add(header);
            }
        }
        headers.add(GIVEN_BACK, bytes(letter.id()));
        Integer partition = entry.partition() < partitions ? entry.partition() : null;
        return new ProducerRecord<>(letter.source().name(), partition, entry.key(), entry.value(), headers);
    }

    private static ProducerRecord<String, byte[]> note(Letter letter, String reason) {
        var entry = letter.entry();
        var headers = new RecordHeaders()
                .add(SETTLES, bytes(Long.toString(entry.offset())))
                .add(REASON, bytes(reason));
        byte @Nullable [] nothing = null;
        return new ProducerRecord<>(letter.source().deadLetters(), entry.partition(), entry.key(), nothing, headers);
    }

    private List<Letter> read() {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", brokers, "isolation.level", "read_committed", "enable.auto.commit", false);
        List<Letter> letters = new ArrayList<>();
        Set<String> settled = new HashSet<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = Topics.all().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic.deadLetters()).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(POLL).forEach(entry -> {
                    var letter = new Letter(source(entry.topic()), entry);
                    text(entry.headers(), SETTLES)
                            .ifPresentOrElse(
                                    offset -> settled.add(entry.topic() + '/' + entry.partition() + '/' + offset),
                                    () -> letters.add(letter));
                });
            }
        } catch (KafkaException failed) {
            throw refused(failed);
        }
        letters.removeIf(letter -> settled.contains(letter.source().deadLetters()
                + '/'
                + letter.entry().partition()
                + '/'
                + letter.entry().offset()));
        return letters;
    }

    private static Topic source(String deadLetters) {
        return Topics.all().stream()
                .filter(topic -> topic.deadLetters().equals(deadLetters))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> text(Headers headers, String name) {
        @Nullable Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private LettersException refused(KafkaException failure) {
        return new LettersException("The broker " + brokers + " cannot be asked: " + failure.getMessage(), failure);
    }
}
