package org.postroom.benchmarks.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.postroom.benchmarks.log.OwnLog;
import org.postroom.events.common.MessageReference;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.serialization.PostroomAvroDeserializer;

/** What the log says of the mails of a run: where each is stored, and which interactions began with it. Not for several threads. */
final class LogAccount {

    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, List<MessageReference>> copies = new HashMap<>();
    private final Map<String, String> messageOfEmail = new HashMap<>();
    private final Map<String, Set<String>> begun = new HashMap<>();
    private int received;
    private int decided;

    /** Reads the log until routing has decided upon every mail in it, or the time is over. */
    static LogAccount read(OwnLog log, Duration patience) {
        var account = new LogAccount();
        long end = System.nanoTime() + patience.toNanos();
        try (var values = new PostroomAvroDeserializer()) {
            values.configure(log.clients(), false);
            try (var consumer = new KafkaConsumer<>(log.clients(), new StringDeserializer(), values)) {
                List<TopicPartition> partitions = Stream.of(Topics.EMAIL_EVENTS, Topics.INTERACTION_EVENTS)
                        .map(Topic::name)
                        .flatMap(topic -> consumer.partitionsFor(topic).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                while (!(account.isDecided() && isAtEnd(consumer)) && System.nanoTime() < end) {
                    consumer.poll(POLL).forEach(entry -> account.follow(entry.value()));
                }
            }
        }
        return account;
    }

    private static boolean isAtEnd(KafkaConsumer<String, Object> consumer) {
        return consumer.endOffsets(consumer.assignment()).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Takes the next event. */
    void follow(Object event) {
        switch (event) {
            case EmailReceived email -> {
                received++;
                String message = String.valueOf(email.getMessageId());
                messageOfEmail.put(email.getEmailId(), message);
                copies.computeIfAbsent(message, absent -> new ArrayList<>()).add(email.getMessage());
            }
            case EmailThreaded threaded -> {
                decided++;
                if (threaded.getNewInteraction()) {
                    begun.computeIfAbsent(threaded.getEmailId(), absent -> new HashSet<>())
                            .add(threaded.getInteractionId());
                }
            }
            case EmailDiscarded _ -> decided++;
            default -> {
                // what becomes of interactions later is not counted
            }
        }
    }

    /** Whether routing has decided upon each mail, each time that it came. */
    private boolean isDecided() {
        return received > 0 && decided >= received;
    }

    /** How many interactions began with the mails. */
    int interactions() {
        return begun.values().stream().mapToInt(Set::size).sum();
    }

    /** How many mails began exactly one interaction. */
    long mailsWithOneInteraction() {
        Map<String, Integer> ofMessage = new HashMap<>();
        begun.forEach((email, interactions) ->
                ofMessage.merge(messageOfEmail.getOrDefault(email, email), interactions.size(), Integer::sum));
        return ofMessage.values().stream().filter(count -> count == 1).count();
    }

    /** How often a mail came again that was on the log already, since its sender had not seen our answer. */
    int repeats() {
        return received - copies.size();
    }

    /** Where the copies of a mail are stored, one for each time that it was taken. */
    List<MessageReference> copies(String messageId) {
        return copies.getOrDefault(messageId, List.of());
    }
}
