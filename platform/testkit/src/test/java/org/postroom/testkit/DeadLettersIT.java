package org.postroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postroom.events.agent.AgentStatusChanged;
import org.postroom.events.common.AgentStatus;
import org.postroom.local.command.Operating;
import org.postroom.schemas.catalogue.Topic;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.annotation.Transactional;

/** A listener stands on no record for ever, and passes none of the same entity by. */
@PostroomIT
@TestPropertySource(properties = {"postroom.listener.patience=1s", "spring.datasource.hikari.connection-timeout=500"})
class DeadLettersIT {

    private static final Topic TOPIC = Topics.AGENT_EVENTS;
    private static final String LISTENER = "dead-letters-it";
    private static final String UNREADABLE = "{\"not\": \"Avro\"}";
    private static final String OF_A_CUSTOMER = "customer@example.org";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TestConfiguration
    static class Listening {
        @Bean
        AgentStatusChangedListener agentStatusChangedListener(JdbcClient database) {
            return new AgentStatusChangedListener(database);
        }
    }

    /** Writes down what it has processed, in the database, and fails for agents who are named. */
    static class AgentStatusChangedListener {
        private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();
        private final List<String> tried = new CopyOnWriteArrayList<>();
        private final JdbcClient database;

        AgentStatusChangedListener(JdbcClient database) {
            this.database = database;
            database.sql("create table if not exists processed (number serial, agent text, reason text)")
                    .update();
        }

        Map<String, RuntimeException> failures() {
            return failures;
        }

        List<String> tried() {
            return tried;
        }

        @KafkaListener(id = LISTENER, topics = "postroom.agent-events")
        @Transactional
        public void on(ConsumerRecord<String, Object> entry) {
            if (entry.value() instanceof AgentStatusChanged changed) {
                tried.add(changed.getAgentId() + changed.getReason());
                database.sql("insert into processed (agent, reason) values (?, ?)")
                        .params(changed.getAgentId(), changed.getReason())
                        .update();
                RuntimeException failure = failures.get(changed.getAgentId());
                if (failure != null) {
                    throw failure;
                }
            }
        }
    }

    @Autowired
    private AgentStatusChangedListener listener;

    @Autowired
    private KafkaListenerEndpointRegistry listeners;

    @Autowired
    private JdbcClient database;

    @Autowired
    private MeterRegistry meters;

    @Test
    void putsAnUnreadableRecordAsideAsItWasAndGoesOn() throws Exception {
        int partition = publish("unreadable", "before", "1");

        publishUnreadable("unreadable", partition);
        publish("unreadable", "after", "1");

        awaitProcessed("after", "1");
        var kept = database.sql("select payload, reason from listener_set_aside where record_key = 'unreadable'")
                .query()
                .singleRow();
        assertThat(new String((byte[]) kept.get("payload"), StandardCharsets.UTF_8))
                .isEqualTo(UNREADABLE);
        assertThat((String) kept.get("reason")).startsWith("It is no event that can be read");
    }

    @Test
    void keepsTheOrderOfAnEntityOverARestartAndGivesItBackInOrder() {
        listener.failures().put("poisoned", new NullPointerException(OF_A_CUSTOMER));
        publish("order", "poisoned", "1");
        publish("order", "healthy", "1");
        publish("order", "poisoned", "2");
        publish("order", "healthy", "2");
        awaitProcessed("healthy", "1", "2");

        var container = listeners.getListenerContainer(LISTENER);
        assertThat(container).isNotNull();
        container.stop();
        container.start();
        publish("order", "poisoned", "3");
        publish("order", "healthy", "3");
        awaitProcessed("healthy", "1", "2", "3");
        assertThat(processed("poisoned")).isEmpty();
        assertThat(reasons("order/agent/poisoned"))
                .hasSize(3)
                .satisfies(reasons -> assertThat(reasons.getFirst()).contains("NullPointerException"))
                .satisfies(reasons -> assertThat(reasons.getLast()).contains("waits for an earlier record"))
                .allSatisfy(reason -> assertThat(reason).doesNotContain(OF_A_CUSTOMER));

        var listed = operate("list");
        assertThat(listed.said())
                .contains("order/agent/poisoned", "AgentStatusChanged", "NullPointerException", "waits");
        String id = identifier("order/agent/poisoned");
        var shown = operate("show", id);
        assertThat(shown.said()).contains(LISTENER, "order/agent/poisoned", "postroom.agent-events");
        assertThat(listed.said() + shown.said()).doesNotContain(OF_A_CUSTOMER);

        listener.failures().put("poisoned", new IllegalStateException("still"));
        var failed = operate("retry", id);
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.said()).contains("failed again", "IllegalStateException");
        assertThat(reasons("order/agent/poisoned")).hasSize(3);
        assertThat(processed("poisoned")).isEmpty();

        listener.failures().remove("poisoned");
        assertThat(operate("retry", id).said()).contains("has been processed; what waited behind it follows");
        awaitProcessed("poisoned", "1", "2", "3");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> reasons("order/agent/poisoned").isEmpty());
        publish("order", "poisoned", "4");
        awaitProcessed("poisoned", "1", "2", "3", "4");
    }

    @Test
    void hasPatienceWithAFailureThatMayGoAwayAndThenSetsAside() {
        listener.failures().put("unclear", new IllegalStateException());
        publish("patience", "unclear", "1");
        publish("patience", "behind-unclear", "1");

        awaitProcessed("behind-unclear", "1");

        assertThat(reasons("patience/agent/unclear")).hasSize(1);
        assertThat(listener.tried().stream().filter("unclear1"::equals)).hasSizeBetween(4, 8);
    }

    @Test
    void letsGoOnWhatWaitedBehindARecordThatIsDiscarded() {
        listener.failures().put("hopeless", new NullPointerException());
        publish("discard", "hopeless", "1");
        publish("discard", "hopeless", "2");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> reasons("discard/agent/hopeless").size() == 2);
        listener.failures().remove("hopeless");

        var discarded = operate("discard", identifier("discard/agent/hopeless"), "--reason", "nobody needs it");

        assertThat(discarded.code()).isZero();
        awaitProcessed("hopeless", "2");
    }

    @Test
    void waitsForADatabaseThatIsGoneAndSetsNothingAside() throws Exception {
        publish("gone", "present", "1");
        awaitProcessed("present", "1");
        long before = setAside();

        administer("alter database testkit allow_connections false");
        try {
            administer("select pg_terminate_backend(pid) from pg_stat_activity where datname = 'testkit'");
            publish("gone", "present", "2");
            publish("gone", "present", "3");
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> listener.tried().contains("present2") || standingSeconds() > 2);
        } finally {
            administer("alter database testkit allow_connections true");
        }

        awaitProcessed("present", "1", "2", "3");
        assertThat(setAside()).isEqualTo(before);
    }

    private double standingSeconds() {
        return meters.get("postroom.listener.standing").timeGauge().value(TimeUnit.SECONDS);
    }

    private static void administer(String statement) throws SQLException {
        String url = Parts.database("testkit").replaceFirst("/testkit", "/postgres");
        try (var connection = DriverManager.getConnection(url, "postgres", Parts.databasePassword());
                var execution = connection.createStatement()) {
            execution.execute(statement);
        }
    }

    private static int publish(String organisation, String agentId, String reason) {
        var event = AgentStatusChanged.newBuilder()
                .setOrganisationId(organisation)
                .setAgentId(agentId)
                .setStatus(AgentStatus.ON_QUEUE)
                .setPreviousStatus(AgentStatus.OFF_QUEUE)
                .setReason(reason)
                .setOccurredAt(Instant.EPOCH)
                .build();
        return EventLog.publish(TOPIC, organisation, event).partition();
    }

    private static void publishUnreadable(String organisation, int partition) throws Exception {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Parts.broker().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            byte[] bytes = UNREADABLE.getBytes(StandardCharsets.UTF_8);
            producer.send(new ProducerRecord<>(TOPIC.name(), partition, organisation, bytes))
                    .get();
        }
    }

    private static Operating.Result operate(String... arguments) {
        URI database = URI.create(Parts.database("testkit").substring("jdbc:".length()));
        String password = Parts.databasePassword();
        List<String> words = new ArrayList<>(List.of("dead-letters"));
        words.addAll(List.of(arguments));
        words.addAll(List.of(
                "--database",
                "postgresql://postgres" + (password.isEmpty() ? "" : ":" + password) + "@" + database.getHost() + ":"
                        + database.getPort(),
                "--databases",
                "testkit",
                "--kafka",
                Parts.broker().bootstrapServers()));
        return Operating.run(words.toArray(String[]::new));
    }

    private String identifier(String entity) {
        return "testkit/"
                + database.sql("select min(id) from listener_set_aside where entity = ? and discarded_at is null")
                        .param(entity)
                        .query(Long.class)
                        .single();
    }

    private void awaitProcessed(String agent, String... reasons) {
        Awaitility.await().atMost(PATIENCE).until(() -> processed(agent), List.of(reasons)::equals);
    }

    private List<String> processed(String agent) {
        return database.sql("select reason from processed where agent = ? order by number")
                .param(agent)
                .query(String.class)
                .list();
    }

    private List<String> reasons(String entity) {
        return database.sql("""
                        select reason || trace from listener_set_aside
                        where entity = ? and discarded_at is null order by topic_offset
                        """).param(entity).query(String.class).list();
    }

    private long setAside() {
        return database.sql("select count(*) from listener_set_aside")
                .query(Long.class)
                .single();
    }
}
