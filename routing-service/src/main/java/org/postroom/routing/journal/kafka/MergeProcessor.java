package org.postroom.routing.journal.kafka;

import java.time.Instant;
import java.util.Set;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyFailed;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.events.reply.ReplySent;
import org.postroom.events.reply.ReplyUncertain;
import org.postroom.events.routing.ConfigurationRemoved;
import org.postroom.schemas.catalogue.Topics;

/**
 * Merges everything that can change routing into the journal, keyed by organisation. Mails and commands pass as the
 * bytes they are; configuration is keyed anew, its removals become records; of the replies, what routing has to know.
 */
final class MergeProcessor implements Processor<String, byte[], String, Object> {

    private static final Set<String> CONFIGURED_KINDS = Set.of("address", "queue", "agent");

    private final Deserializer<Object> deserializer;
    private final Serializer<Object> serializer;
    private final DeadLetterCount count;
    private @Nullable ProcessorContext<String, Object> initialized;
    private @Nullable DeadLetters deadLetters;

    MergeProcessor(Deserializer<Object> deserializer, Serializer<Object> serializer, DeadLetterCount count) {
        this.deserializer = deserializer;
        this.serializer = serializer;
        this.count = count;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        initialized = context;
        deadLetters = new DeadLetters(context, RoutingTopology.MERGE_DEAD_LETTERS, count);
    }

    @Override
    public void process(Record<String, byte[]> input) {
        var topic = context().recordMetadata().orElseThrow().topic();
        try {
            if (topic.equals(Topics.CONFIGURATION.name())) {
                configuration(input);
            } else if (topic.equals(Topics.REPLY_EVENTS.name())) {
                reply(input, topic);
            } else {
                forward(input.withValue(requireValue(input.value())));
            }
        } catch (SerializationException | IllegalArgumentException unreadable) {
            deadLetters().add(input, unreadable);
        }
    }

    /** A key is {@code organisation/kind/id}. */
    private void configuration(Record<String, byte[]> input) {
        var parts = input.key() == null ? new String[0] : input.key().split("/", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("expected a key organisation/kind/id, but got " + input.key());
        }
        if (!CONFIGURED_KINDS.contains(parts[1])) {
            return;
        }
        byte @Nullable [] value = input.value();
        if (value == null) {
            removed(input, parts[0], parts[1], parts[2]);
        } else {
            forward(input.withKey(parts[0]));
        }
    }

    private void removed(Record<String, byte[]> input, String organisationId, String kind, String id) {
        var at = Instant.ofEpochMilli(input.timestamp());
        var removal = new ConfigurationRemoved(organisationId, kind, id, at);
        var origin = context().recordMetadata().orElseThrow();
        var headers = JournalHeaders.of(
                origin.topic() + '-' + origin.partition() + '-' + origin.offset(),
                removal.getSchema().getFullName(),
                at,
                input.headers());
        var bytes = serializer.serialize(Topics.ROUTING_JOURNAL.name(), removal);
        forward(new Record<>(organisationId, requireValue(bytes), input.timestamp(), headers));
    }

    private void reply(Record<String, byte[]> input, String topic) {
        var organisationId = organisationOf(requireEvent(deserializer.deserialize(topic, requireValue(input.value()))));
        if (organisationId != null) {
            forward(input.withKey(organisationId));
        }
    }

    private static @Nullable String organisationOf(Object event) {
        return switch (event) {
            case ReplyRequested reply -> reply.getOrganisationId();
            case ReplyComposed reply -> reply.getOrganisationId();
            case ReplySent reply -> reply.getOrganisationId();
            case ReplyFailed reply -> reply.getOrganisationId();
            case ReplyUncertain reply -> reply.getOrganisationId();
            default -> null;
        };
    }

    private void forward(Record<String, byte[]> input) {
        if (input.key() == null) {
            throw new IllegalArgumentException("expected a record keyed by its organisation, but it has no key");
        }
        context().forward(input.<Object>withValue(input.value()), RoutingTopology.JOURNAL_SINK);
    }

    private static byte[] requireValue(byte @Nullable [] value) {
        if (value == null) {
            throw new IllegalArgumentException("expected a record with a value, but it has none");
        }
        return value;
    }

    private static Object requireEvent(@Nullable Object event) {
        if (event == null) {
            throw new IllegalArgumentException("expected an event, but it is null");
        }
        return event;
    }

    private ProcessorContext<String, Object> context() {
        if (initialized == null) {
            throw new IllegalStateException("expected init to be called first, but it was not");
        }
        return initialized;
    }

    private DeadLetters deadLetters() {
        if (deadLetters == null) {
            throw new IllegalStateException("expected init to be called first, but it was not");
        }
        return deadLetters;
    }
}
