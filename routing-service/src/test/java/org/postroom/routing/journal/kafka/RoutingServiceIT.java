package org.postroom.routing.journal.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.agent.AgentStatusChanged;
import org.postroom.events.common.AgentStatus;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.domain.OrganisationSuspended;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.CloseReason;
import org.postroom.events.interaction.ConversationsMerged;
import org.postroom.events.interaction.ConversationsParted;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.events.interaction.EmailMoved;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionOfferExpired;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.RoutingCommandRejected;
import org.postroom.events.interaction.ThreadingRule;
import org.postroom.events.routing.TimerElapsed;
import org.postroom.routing.RoutingSettings;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.ApiContract;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.ManagementPort;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.FileSystemUtils;

@PostroomIT
class RoutingServiceIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MINUTES = 300;

    @Autowired
    private RoutingStreams streams;

    @Autowired
    private RoutingSettings settings;

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @BeforeEach
    void waitUntilRouting() {
        await().atMost(PATIENCE).until(() -> streams.state() == KafkaStreams.State.RUNNING);
    }

    @Test
    void routesMailToAgentAndClosesItWhenTheReplyIsSent() {
        var acme = Organisation.with(MINUTES, 1, "anna");
        acme.goesOnQueue("anna");

        var emailId = acme.receives("Où est ma commande ?", List.of());
        var offer = acme.offered(emailId);
        var interactionId = offer.getInteractionId();
        acme.accepts("anna", interactionId);
        first(InteractionAccepted.class, acme);
        acme.requestsReply("anna", interactionId, "reply-1");
        acme.composesReply(
                interactionId, acme.threaded(emailId).getConversationId(), "reply-1", "reply-1@support.acme.test");
        acme.sendsReply(interactionId, "reply-1", "reply-1@support.acme.test");
        var closed = first(InteractionClosed.class, acme);
        var answer = acme.receives("Merci", List.of("reply-1@support.acme.test"));

        assertThat(offer.getAgentId()).isEqualTo("anna");
        assertThat(offer.getScore().getPriority()).isEqualTo(5);
        assertThat(closed.getReason()).isEqualTo(CloseReason.ANSWERED);
        assertThat(closed.getHandleTimeMicros()).isPositive();
        assertThat(acme.threaded(answer).getRule()).isEqualTo(ThreadingRule.REFERENCES);
        assertThat(acme.threaded(answer).getConversationId())
                .isEqualTo(acme.threaded(emailId).getConversationId());
    }

    @Test
    void endsWhatIsOpenWhenTheOrganisationIsRemovedAndTakesNoOtherNewsOfDomains() {
        var acme = Organisation.with(MINUTES, 1, "anna");
        var emailId = acme.receives("A question", List.of());
        acme.threaded(emailId);

        EventLog.publish(
                Topics.DOMAIN_EVENTS, acme.id(), new OrganisationSuspended(acme.id(), "Unpaid", "gus", Instant.now()));
        EventLog.publish(Topics.DOMAIN_EVENTS, acme.id(), new OrganisationRemoved(acme.id(), "gus", Instant.now()));

        var closed = first(InteractionClosed.class, acme);
        assertThat(closed.getReason()).isEqualTo(CloseReason.ORGANISATION_REMOVED);
        assertThat(closed.getAgentId()).isNull();
        assertThat(acme.all(Topics.ROUTING_JOURNAL, OrganisationRemoved.class)).hasSize(1);
        assertThat(acme.all(Topics.ROUTING_JOURNAL, OrganisationSuspended.class))
                .isEmpty();
    }

    @Test
    void carriesTheTraceAndForeseeableIds() {
        var acme = Organisation.with(MINUTES, 1, "anna");
        var emailId = acme.receives("A question", List.of());

        acme.threaded(emailId);

        await().atMost(PATIENCE)
                .until(() ->
                        !acme.all(Topics.ROUTING_JOURNAL, EmailReceived.class).isEmpty());
        var entry = acme.records(Topics.INTERACTION_EVENTS).getFirst();
        assertThat(EventLog.header(entry, "ce_specversion")).isEqualTo("1.0");
        assertThat(EventLog.header(entry, "ce_type")).isEqualTo("org.postroom.events.interaction.EmailThreaded");
        assertThat(EventLog.header(entry, "ce_source")).isEqualTo("/postroom/routing-service");
        var journalled = acme.records(Topics.ROUTING_JOURNAL).stream()
                .filter(each -> each.value() instanceof EmailReceived)
                .findFirst()
                .orElseThrow();
        var cause = journalled.topic() + "-" + journalled.partition() + "-" + journalled.offset() + "-0";
        assertThat(EventLog.header(entry, "ce_id"))
                .isEqualTo(UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    @Test
    void takesCommandsByRest() throws Exception {
        var acme = Organisation.with(MINUTES, 1, "anna");
        var emailId = acme.receives("A question", List.of());
        acme.threaded(emailId);
        var token = Parts.identity().token("anna", acme.id(), "conversation:email:handle");

        var onQueue = send("PUT", "/api/agents/me/status", token, "{\"status\":\"ON_QUEUE\"}");
        var offer = acme.offered(emailId);
        var accepted = send("POST", "/api/interactions/" + offer.getInteractionId() + "/accept", token, "");
        first(InteractionAccepted.class, acme);
        var closed = send(
                "POST", "/api/interactions/" + offer.getInteractionId() + "/close", token, "{\"wrapUpCode\":\"done\"}");

        assertThat(onQueue.statusCode()).isEqualTo(202);
        assertThat(onQueue.body()).contains("commandId");
        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(closed.statusCode()).isEqualTo(202);
        assertThat(first(InteractionClosed.class, acme).getWrapUpCode()).isEqualTo("done");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(acme.all(Topics.AGENT_EVENTS, AgentStatusChanged.class))
                        .extracting(AgentStatusChanged::getStatus)
                        .containsExactly(AgentStatus.ON_QUEUE));
    }

    @Test
    void letsAgentsCorrectConversationsByRestWithinTheirOrganisation() throws Exception {
        var acme = Organisation.with(MINUTES, 1, "anna");
        var one = acme.receives("One", List.of());
        var two = acme.receives("Two", List.of());
        var first = acme.threaded(one).getConversationId();
        var second = acme.threaded(two).getConversationId();
        var into = "{\"into\":\"" + first + "\"}";
        var conversation = "/api/conversations/" + second;
        var token = Parts.identity().token("anna", acme.id(), "conversation:email:handle");

        assertThat(send("POST", conversation + "/merge", token, into).statusCode())
                .isEqualTo(202);
        assertThat(first(ConversationsMerged.class, acme).getIntoConversationId())
                .isEqualTo(first);
        assertThat(send("POST", conversation + "/part", token, "").statusCode()).isEqualTo(202);
        assertThat(first(ConversationsParted.class, acme).getFromConversationId())
                .isEqualTo(first);
        assertThat(send("POST", conversation + "/emails/" + two + "/move", token, into)
                        .statusCode())
                .isEqualTo(202);
        assertThat(first(EmailMoved.class, acme).getConversationId()).isEqualTo(first);
        assertThat(send("POST", conversation + "/merge", token, "{}").statusCode())
                .isEqualTo(422);

        var other = Organisation.with(MINUTES, 1, "anna");
        var stranger = Parts.identity().token("anna", other.id(), "conversation:email:handle");
        send("POST", conversation + "/merge", stranger, into);
        assertThat(first(RoutingCommandRejected.class, other).getReason()).contains("still known");
    }

    @Test
    void isReadyWhenItsPartitionsAreWorkedOnAndShowsItsMetrics() throws Exception {
        await().atMost(PATIENCE)
                .until(() -> ManagementPort.of(managementPort).readiness().statusCode() == 200);

        assertThat(ManagementPort.of(managementPort).metrics()).contains("kafka_stream_thread_process");
        ManagementPort.of(managementPort).isTheOnlyOneThatTells(port);
        assertThat(send("GET", "/openapi.yaml", "", "").body()).contains("/api/agents/me/status");
    }

    @Test
    void refusesRequestsWithoutTokenPermissionOrKnownStatus() throws Exception {
        var token = Parts.identity().token("anna", "org-x", "conversation:email:handle");
        var administrator = Parts.identity().token("adam", "org-x", "routing:email:manage");

        assertThat(send("PUT", "/api/agents/me/status", "", "{}").statusCode()).isEqualTo(401);
        assertThat(send("PUT", "/api/agents/me/status", administrator, "{\"status\":\"ON_QUEUE\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(send("PUT", "/api/agents/me/status", token, "{\"status\":\"ELSEWHERE\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void neverLetsAnAgentTouchAnotherOrganisationsInteraction() throws Exception {
        var acme = Organisation.with(MINUTES, 1, "anna");
        acme.goesOnQueue("anna");
        var interactionId = acme.offered(acme.receives("A question", List.of())).getInteractionId();
        var other = Organisation.with(MINUTES, 1, "anna");
        var token = Parts.identity().token("anna", other.id(), "conversation:email:handle");

        send("POST", "/api/interactions/" + interactionId + "/accept", token, "");

        assertThat(first(RoutingCommandRejected.class, other).getReason()).contains("there is none with this id");
        assertThat(acme.all(Topics.INTERACTION_EVENTS, InteractionAccepted.class))
                .isEmpty();
    }

    @Test
    void takesBackUnansweredOfferByATickInTheJournal() {
        var acme = Organisation.with(1, 1, "anna");
        acme.goesOnQueue("anna");

        acme.receives("A question", List.of());

        first(InteractionOfferExpired.class, acme);
        await().atMost(PATIENCE)
                .until(() ->
                        !acme.all(Topics.ROUTING_JOURNAL, TimerElapsed.class).isEmpty());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(acme.all(Topics.AGENT_EVENTS, AgentStatusChanged.class))
                        .extracting(AgentStatusChanged::getStatus)
                        .containsExactly(AgentStatus.ON_QUEUE, AgentStatus.NOT_RESPONDING));
    }

    @Test
    void discardsMailOfRemovedAddress() {
        var acme = Organisation.with(MINUTES, 1, "anna");
        acme.threaded(acme.receives("Before", List.of()));

        acme.remove("address", "help");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(acme.records(Topics.ROUTING_JOURNAL))
                        .extracting(entry -> EventLog.header(entry, "ce_type"))
                        .contains("org.postroom.events.routing.ConfigurationRemoved"));
        var emailId = acme.receives("After", List.of());

        assertThat(first(EmailDiscarded.class, acme).getEmailId()).isEqualTo(emailId);
    }

    @Test
    void putsUnreadableRecordAsideAndGoesOn() throws Exception {
        var acme = Organisation.with(MINUTES, 1, "anna");
        var poison = "not an event";
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", Parts.broker().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            Topics.EMAIL_EVENTS.name(), acme.id(), poison.getBytes(StandardCharsets.UTF_8)))
                    .get();
        }

        acme.threaded(acme.receives("A question", List.of()));

        var letter = deadLetterOf(acme);
        assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo(poison);
        assertThat(letter.headers().lastHeader(DeadLetters.REASON)).isNotNull();
    }

    @Test
    void keepsStateOverRestartAndLossOfItsStores() {
        var acme = Organisation.with(MINUTES, 1, "anna");
        var first = acme.receives("First", List.of());
        acme.threaded(first);

        streams.stop();
        var whileStopped = acme.receives("While stopped", List.of());
        streams.start();
        acme.threaded(whileStopped);
        acme.receives(first, "First", List.of());
        assertThat(first(EmailDiscarded.class, acme).getEmailId()).isEqualTo(first);

        streams.stop();
        assertThat(FileSystemUtils.deleteRecursively(settings.stateDirectory().toFile()))
                .isTrue();
        acme.goesOnQueue("anna");
        streams.start();
        acme.accepts("anna", acme.offered(first).getInteractionId());
        acme.closes("anna", acme.threaded(first).getInteractionId());

        assertThat(acme.offered(whileStopped).getAgentId()).isEqualTo("anna");
        assertThat(acme.all(Topics.INTERACTION_EVENTS, InteractionQueued.class)).hasSize(2);
        assertThat(acme.all(Topics.INTERACTION_EVENTS, InteractionOffered.class))
                .hasSize(2);
    }

    private static <T extends SpecificRecord> T first(Class<T> type, Organisation organisation) {
        await().atMost(PATIENCE)
                .until(() -> !organisation.all(Topics.INTERACTION_EVENTS, type).isEmpty());
        return organisation.all(Topics.INTERACTION_EVENTS, type).getFirst();
    }

    private static ConsumerRecord<String, byte[]> deadLetterOf(Organisation organisation) {
        var topic = Topics.EMAIL_EVENTS.deadLetters();
        var found = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of(
                        "bootstrap.servers", Parts.broker().bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(PATIENCE).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(entry -> {
                    if (organisation.id().equals(entry.key())) {
                        found.add(entry);
                    }
                });
                return !found.isEmpty();
            });
        }
        return found.getFirst();
    }

    private HttpResponse<String> send(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            ApiContract.of(port).check(answer, body.isEmpty() ? null : body);
            return answer;
        }
    }
}
