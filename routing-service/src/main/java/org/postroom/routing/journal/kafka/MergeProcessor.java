package org.postroom.routing.journal.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.postroom.events.email.DeliveryReported;
import org.postroom.events.email.FeedbackReported;
import org.postroom.events.reply.ReplyDeferred;
import org.postroom.events.routing.ConfigurationRemoved;
import org.postroom.runtime.kafka.EventHeaders;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.RoutingJournal;
import org.postroom.schemas.catalogue.Topics;

/**
 * Merges everything that can change routing into the journal, keyed by organisation. Records pass as the bytes they are,
 * once it is sure that they can be read: the journal is kept and replayed for ever, so nothing unreadable may enter it.
 * Removals of configuration become records.
 */
final class MergeProcessor implements Processor<String, byte[], String, Object> {

    private static final Set<String> CONFIGURED_KINDS =
            Set.of("address", "queue", "flow", "agent", EntityKey.MAIL_RULES);

    private static final Set<String> WANTED_OF_DOMAINS = RoutingJournal.recordsFrom(Topics.DOMAIN_EVENTS).stream()
            .map(Class::getName)
            .collect(Collectors.toSet());

    private final Deserializer<Object> deserializer;
    private final Serializer<Object> serializer;
    private final DeadLetterCount count;
    private @Nullable ProcessorContext<String, Object> initialized;
    private @Nullable DeadLetters deadLetters;
    private @Nullable Object read;

    MergeProcessor(Deserializer<Object> deserializer, Serializer<Object> serializer, DeadLetterCount count) {
        this.deserializer = deserializer;
        this.serializer = serializer;
        this.count = count;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        initialized = context;
        deadLetters = new DeadLetters(
                context, RoutingTopology.MERGE_DEAD_LETTERS, RoutingTopology.MERGE_INTERACTION_SINK, count);
    }

    @Override
    public void process(Record<String, byte[]> input) {
        var topic = context().recordMetadata().orElseThrow().topic();
        read = null;
        try {
            if (topic.equals(Topics.CONFIGURATION.name())) {
                configuration(input, topic);
            } else if (!topic.equals(Topics.DOMAIN_EVENTS.name()) || isOfDomainsWanted(input)) {
                pass(input, topic);
            }
        } catch (RuntimeException broken) {
            deadLetters().add(input, broken, read);
        }
    }

    /** By the header that names the type, so that the many checks of domains are not read for nothing. */
    private static boolean isOfDomainsWanted(Record<String, byte[]> input) {
        var type = input.headers().lastHeader(EventHeaders.TYPE);
        return type != null && WANTED_OF_DOMAINS.contains(new String(type.value(), StandardCharsets.UTF_8));
    }

    private void configuration(Record<String, byte[]> input, String topic) {
        var key = EntityKey.read(input.key())
                .orElseThrow(() -> new IllegalArgumentException(
                        "expected a key organisation/kind/entity, but got " + input.key()));
        if (!CONFIGURED_KINDS.contains(key.kind())) {
            return;
        }
        if (input.value() == null) {
            removed(input, key);
        } else {
            pass(input, topic);
        }
    }

    /** Passes a record on, keyed by its organisation, unless it means nothing to routing. */
    private void pass(Record<String, byte[]> input, String topic) {
        var event = input.value() == null ? null : deserializer.deserialize(topic, input.value());
        read = event;
        if (!(event instanceof SpecificRecord known)) {
            throw new IllegalArgumentException("expected an event of a known type, but got " + described(event));
        }
        if (!meansNothing(event)) {
            InputReader.read(event);
            var organisation = known.getSchema().getField("organisationId");
            forward(input.withKey(String.valueOf(known.get(organisation.pos()))));
        }
    }

    /** What a report says concerns the service that sends; it tells by ReplyBounced what came of it. */
    private static boolean meansNothing(Object event) {
        return event instanceof ReplyDeferred || event instanceof DeliveryReported || event instanceof FeedbackReported;
    }

    private static String described(@Nullable Object event) {
        return event == null ? "none" : event.getClass().getName();
    }

    private void removed(Record<String, byte[]> input, EntityKey key) {
        var at = Instant.ofEpochMilli(input.timestamp());
        var removal = new ConfigurationRemoved(key.organisationId(), key.kind(), key.entityId(), at);
        var origin = context().recordMetadata().orElseThrow();
        var headers = JournalHeaders.of(
                origin.topic() + '-' + origin.partition() + '-' + origin.offset(),
                removal.getSchema().getFullName(),
                at,
                input.headers());
        var bytes = serializer.serialize(Topics.ROUTING_JOURNAL.name(), removal);
        forward(new Record<>(key.organisationId(), bytes, input.timestamp(), headers));
    }

    private void forward(Record<String, byte[]> input) {
        context().forward(input.<Object>withValue(input.value()), RoutingTopology.JOURNAL_SINK);
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
