package org.postroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.configuration.SkillConfigured;
import org.postroom.events.standing.OrganisationStanding;
import org.postroom.events.standing.OrganisationState;
import org.postroom.events.standing.StandingsComplete;
import org.postroom.runtime.kafka.EventDeserializer;
import org.postroom.runtime.kafka.EventHeaders;
import org.postroom.runtime.kafka.Partitions;
import org.postroom.runtime.view.LogView;
import org.postroom.runtime.view.View;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.serialization.PostroomAvroDeserializer;
import org.postroom.schemas.serialization.PostroomAvroSerializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** A view of a topic of the test's own, on the real broker. */
class LogViewIT {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final byte[] GARBAGE = "no Avro at all".getBytes(StandardCharsets.UTF_8);

    private final Topic topic = like(Topics.STANDINGS, "view-it-" + NUMBER.incrementAndGet());
    private final FaultyConsumers consumers = new FaultyConsumers();
    private final Standing standing = new Standing();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", Parts.broker().bootstrapServers(), "acks", "all", "metadata.max.age.ms", 200),
            new StringSerializer(),
            new ByteArraySerializer());
    private final PostroomAvroSerializer serializer = new PostroomAvroSerializer();
    private @Nullable LogView<Table> view;

    @BeforeEach
    void createTopic() throws Exception {
        serializer.configure(Map.of("schema.registry.url", Parts.registryUrl(), "auto.register.schemas", true), false);
        try (var admin = admin()) {
            admin.createTopics(List.of(
                            new NewTopic(topic.name(), 1, (short) 1).configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get();
        }
    }

    @AfterEach
    void stop() {
        if (view != null) {
            view.stop();
        }
        producer.close();
    }

    @Test
    void readsAnewBesideTheTableThatServesAndSwapsSoThatNobodySeesWhatWasOnce() {
        put("acme", OrganisationState.ACTIVE);
        put("acme", OrganisationState.SUSPENDED);
        start();
        Table first = await().until(() -> view().table(), Optional::isPresent).orElseThrow();
        var seen = ConcurrentHashMap.<OrganisationState>newKeySet();
        var watching = new AtomicBoolean(true);
        var watcher = Thread.ofPlatform().start(() -> {
            while (watching.get()) {
                seen.add(view().table().orElseThrow().states.getOrDefault("acme", OrganisationState.UNKNOWN));
            }
        });

        var between = standing.holdAt(OrganisationState.SUSPENDED);
        consumers.failNext();
        await().until(() -> !view().isCaughtUp() && standing.held.get());
        assertThat(standing.newest().states).containsEntry("acme", OrganisationState.ACTIVE);
        assertThat(view().table()).containsSame(first);
        assertThat(view().health().getStatus().getCode()).isEqualTo("OUT_OF_SERVICE");
        between.countDown();

        await().until(() -> view().isCaughtUp());
        assertThat(view().table()).hasValueSatisfying(table -> assertThat(table).isNotSameAs(first));
        put("acme", OrganisationState.REMOVED);
        await().until(() -> state("acme") == OrganisationState.REMOVED);
        watching.set(false);
        assertThat(watcher).satisfies(Thread::join);
        assertThat(seen).isSubsetOf(OrganisationState.SUSPENDED, OrganisationState.REMOVED);
    }

    @Test
    void passesForeignKindsOverWithoutDecodingAndLeavesTheUnreadableToTheView() {
        put("acme", OrganisationState.ACTIVE);
        send("acme/skill/english", SkillConfigured.class.getName(), GARBAGE);
        send("odd", OrganisationStanding.class.getName(), GARBAGE);
        start();
        await().until(() -> view().isCaughtUp());
        assertThat(unreadable()).isZero();
        assertThat(state("acme")).isEqualTo(OrganisationState.ACTIVE);

        send("acme/organisation/acme", OrganisationStanding.class.getName(), GARBAGE);
        await().until(() -> state("acme") == OrganisationState.SUSPENDED);
        assertThat(unreadable()).isEqualTo(1);

        put("acme", OrganisationState.ACTIVE);
        await().until(() -> state("acme") == OrganisationState.ACTIVE);
        assertThat(unreadable()).isZero();
        assertThat(view().health().getDetails()).containsEntry("behind", 0L);
    }

    @Test
    void isNotCaughtUpBeforeTheStandingsAreComplete() {
        standing.needsCompletion = true;
        put("acme", OrganisationState.SUSPENDED);
        start();
        await().until(() -> standing.newest().states.containsKey("acme"));
        await().pollDelay(Duration.ofMillis(300)).until(() -> !view().isCaughtUp());
        assertThat(view().table()).isEmpty();

        send(
                EntityKey.ofComplete("domain-service").toString(),
                StandingsComplete.class.getName(),
                serializer.serialize(
                        topic.name(), new StandingsComplete(EntityKey.INSTALLATION, "domain-service", NOW)));
        await().until(() -> view().isCaughtUp());
        assertThat(state("acme")).isEqualTo(OrganisationState.SUSPENDED);
    }

    @Test
    void seesPartitionsThatAreAddedAndTakesNothingOldFromWhereRecordsLayBefore() throws Exception {
        List<String> organisations = List.of("a", "b", "c", "d", "e", "f");
        organisations.forEach(organisation -> put(organisation, OrganisationState.ACTIVE));
        start();
        await().until(() -> view().isCaughtUp());
        try (var admin = admin()) {
            admin.createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(5)))
                    .all()
                    .get();
        }
        await().until(() -> producer.partitionsFor(topic.name()).size() == 5);
        organisations.forEach(organisation -> put(organisation, OrganisationState.SUSPENDED));

        await().untilAsserted(() -> assertThat(organisations)
                .allSatisfy(organisation -> assertThat(state(organisation)).isEqualTo(OrganisationState.SUSPENDED)));

        for (int again = 0; again < 3; again++) {
            Table before = view().table().orElseThrow();
            consumers.failNext();
            await().until(() -> view().isCaughtUp() && view().table().orElseThrow() != before);
            assertThat(view().table().orElseThrow().states.values()).containsOnly(OrganisationState.SUSPENDED);
        }
    }

    private double unreadable() {
        var registry = new SimpleMeterRegistry();
        view().bindTo(registry);
        return registry.get("postroom.view.unreadable").gauge().value();
    }

    private @Nullable OrganisationState state(String organisationId) {
        return view().table().map(table -> table.states.get(organisationId)).orElse(null);
    }

    private LogView<Table> view() {
        return Optional.ofNullable(view).orElseThrow();
    }

    private void start() {
        view = new LogView<>(topic.name(), consumers, List.of(topic), standing, Duration.ofMillis(200));
        view.start();
    }

    private void put(String organisationId, OrganisationState state) {
        send(
                EntityKey.ofOrganisation(organisationId).toString(),
                OrganisationStanding.class.getName(),
                serializer.serialize(topic.name(), new OrganisationStanding(organisationId, state, NOW)));
    }

    private void send(String key, String type, byte[] value) {
        String organisation = EntityKey.read(key).map(EntityKey::organisationId).orElse(key);
        int partition = Partitions.partition(
                topic, organisation, key, producer.partitionsFor(topic.name()).size());
        var headers = new RecordHeaders().add(EventHeaders.TYPE, type.getBytes(StandardCharsets.UTF_8));
        var sent = producer.send(new ProducerRecord<>(topic.name(), partition, key, value, headers));
        producer.flush();
        assertThat(sent).isDone();
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", Parts.broker().bootstrapServers()));
    }

    private static Topic like(Topic topic, String name) {
        return new Topic(
                name,
                topic.purpose(),
                topic.key(),
                topic.retention(),
                topic.configuration(),
                topic.records(),
                topic.readers());
    }

    /** How organisations stand. */
    private static final class Table {

        final Map<String, OrganisationState> states = new ConcurrentHashMap<>();
        volatile boolean complete;
    }

    /** Remembers its newest table; can stop a reading before it applies a state. */
    private static final class Standing implements View<Table> {

        final AtomicReference<Table> newest = new AtomicReference<>(new Table());
        final AtomicBoolean held = new AtomicBoolean();
        volatile boolean needsCompletion;
        private volatile @Nullable OrganisationState heldState;
        private volatile CountDownLatch release = new CountDownLatch(0);

        CountDownLatch holdAt(OrganisationState state) {
            release = new CountDownLatch(1);
            heldState = state;
            return release;
        }

        Table newest() {
            return newest.get();
        }

        @Override
        public Table empty() {
            newest.set(new Table());
            return newest.get();
        }

        @Override
        public Set<Class<? extends SpecificRecord>> records() {
            return Set.of(OrganisationStanding.class, StandingsComplete.class);
        }

        @Override
        public void put(Table table, EntityKey key, SpecificRecord state) {
            if (state instanceof OrganisationStanding known) {
                if (known.getState() == heldState) {
                    held.set(true);
                    awaitRelease();
                }
                table.states.put(known.getOrganisationId(), known.getState());
            } else {
                table.complete = true;
            }
        }

        @Override
        public void remove(Table table, EntityKey key) {
            table.states.remove(key.organisationId());
        }

        @Override
        public void unreadable(Table table, EntityKey key) {
            table.states.put(key.organisationId(), OrganisationState.SUSPENDED);
        }

        @Override
        public boolean isComplete(Table table) {
            return !needsCompletion || table.complete;
        }

        private void awaitRelease() {
            try {
                release.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Makes consumers of which the running one can be made to fail with its next poll, as a broken connection would. */
    private static final class FaultyConsumers extends DefaultKafkaConsumerFactory<String, Object> {

        private final AtomicBoolean fails = new AtomicBoolean();

        FaultyConsumers() {
            super(settings());
        }

        private static Map<String, Object> settings() {
            Map<String, Object> settings = new HashMap<>();
            settings.put("bootstrap.servers", Parts.broker().bootstrapServers());
            settings.put("schema.registry.url", Parts.registryUrl());
            settings.put("key.deserializer", StringDeserializer.class);
            settings.put("value.deserializer", EventDeserializer.class);
            settings.put("postroom.event.deserializer", PostroomAvroDeserializer.class.getName());
            settings.put("specific.avro.reader", true);
            settings.put("auto.offset.reset", "earliest");
            settings.put("enable.auto.commit", false);
            return settings;
        }

        void failNext() {
            fails.set(true);
        }

        @Override
        @SuppressWarnings("unchecked")
        protected Consumer<String, Object> createRawConsumer(Map<String, Object> settings) {
            Consumer<String, Object> real = super.createRawConsumer(settings);
            return (Consumer<String, Object>) Proxy.newProxyInstance(
                    LogViewIT.class.getClassLoader(), new Class<?>[] {Consumer.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("poll") && fails.getAndSet(false)) {
                            throw new KafkaException("expected to reach the broker, but this is a test of a fault");
                        }
                        try {
                            return method.invoke(real, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }
}
