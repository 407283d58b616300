package org.postroom.routing.journal.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.configuration.AfterCallWork;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionNoted;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.interaction.InteractionParked;
import org.postroom.events.interaction.InteractionTransferred;
import org.postroom.events.interaction.InteractionUnparked;
import org.postroom.events.interaction.InteractionWrapUpEnded;
import org.postroom.events.interaction.InteractionWrapUpStarted;
import org.postroom.events.interaction.RoutingCommandRejected;
import org.postroom.events.interaction.UnparkReason;
import org.postroom.events.interaction.WrapUpEnd;
import org.postroom.events.routing.RoutingTermsChanged;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.ApiContract;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The life of an interaction in an agent's hands, by REST and over the real broker. */
@PostroomIT
class AgentWorkIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MINUTES = 300;
    private static final int SOON = 1;

    @Autowired
    private RoutingStreams streams;

    @LocalServerPort
    private int port;

    private final Organisation acme = Organisation.with(MINUTES, 1, "anna", "bert");

    @BeforeEach
    void waitUntilRouting() {
        await().atMost(PATIENCE).until(() -> streams.state() == KafkaStreams.State.RUNNING);
    }

    @Test
    void refusesToCloseWithoutACodeAndEndsAfterCallWorkByATickInTheJournal() throws Exception {
        acme.configureQueue("support", MINUTES, AfterCallWork.MANDATORY_TIMED, SOON, "anna");
        var interaction = annaHandles();

        asAnna(interaction + "/close", "");
        assertThat(first(RoutingCommandRejected.class).getReason()).contains("a wrap-up code");
        asAnna(interaction + "/close", "{\"wrapUpCode\":\"done\"}");

        var started = first(InteractionWrapUpStarted.class);
        assertThat(started.getEndsAt()).isEqualTo(started.getOccurredAt().plusSeconds(SOON));
        var ended = first(InteractionWrapUpEnded.class);
        assertThat(ended.getReason()).isEqualTo(WrapUpEnd.TIME_RAN_OUT);
        assertThat(ended.getAfterCallWorkMicros()).isGreaterThanOrEqualTo(1_000_000);
        assertThat(first(InteractionClosed.class).getWrapUpCode()).isEqualTo("done");
    }

    @Test
    void endsAfterCallWorkWhenTheAgentIsDone() throws Exception {
        acme.configureQueue("support", MINUTES, AfterCallWork.OPTIONAL, 0, "anna");
        var interaction = annaHandles();

        asAnna(interaction + "/close", "{\"afterCallWork\":true}");
        first(InteractionWrapUpStarted.class);
        asAnna(interaction + "/wrap-up", "{\"wrapUpCode\":\"done\"}");

        assertThat(first(InteractionWrapUpEnded.class).getReason()).isEqualTo(WrapUpEnd.FINISHED);
        assertThat(first(InteractionClosed.class).getWrapUpCode()).isEqualTo("done");
    }

    @Test
    void parksAndResumesAndComesBackByItself() throws Exception {
        var interaction = annaHandles();

        asAnna(interaction + "/park", "{\"until\":\"" + Instant.now().plusSeconds(3600) + "\"}");
        first(InteractionParked.class);
        asAnna(interaction + "/resume", "");
        assertThat(first(InteractionUnparked.class).getReason()).isEqualTo(UnparkReason.RESUMED);
        asAnna(interaction + "/park", "{\"until\":\"" + Instant.now().plusSeconds(2) + "\"}");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(acme.all(Topics.INTERACTION_EVENTS, InteractionUnparked.class))
                        .extracting(InteractionUnparked::getReason)
                        .containsExactly(UnparkReason.RESUMED, UnparkReason.TIME_RAN_OUT));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(acme.all(Topics.INTERACTION_EVENTS, InteractionOffered.class))
                        .hasSize(2));
        assertThat(send(interaction + "/park", "{}").statusCode()).isEqualTo(422);
    }

    @Test
    void transfersWithANoteThatIsKeptOffTheLog() throws Exception {
        var interaction = annaHandles();
        acme.goesOnQueue("bert");

        await().atMost(PATIENCE).untilAsserted(() -> {
            asAnna(interaction + "/transfer", "{\"agentId\":\"bert\",\"note\":\"She means <order> 7\"}");
            assertThat(acme.all(Topics.INTERACTION_EVENTS, InteractionTransferred.class))
                    .isNotEmpty();
        });

        assertThat(first(InteractionTransferred.class).getToAgentId()).isEqualTo("bert");
        var noted = first(InteractionNoted.class);
        assertThat(noted.getAgentId()).isEqualTo("anna");
        try (InputStream kept =
                Parts.openMessageStore().open(acme.id(), noted.getContent().getKey())) {
            assertThat(new String(kept.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("She means <order> 7", "She means &lt;order&gt; 7");
        }
        assertThat(acme.all(Topics.INTERACTION_EVENTS, InteractionOffered.class))
                .last()
                .satisfies(offer -> assertThat(offer.getAgentId()).isEqualTo("bert"));
    }

    @Test
    void takesNotesAndRefusesWhatIsNoneOrNamesNobody() throws Exception {
        var interaction = annaHandles();

        asAnna(interaction + "/notes", "{\"text\":\"Ask accounting first\"}");

        assertThat(first(InteractionNoted.class).getInteractionId()).isEqualTo(interaction);
        assertThat(send(interaction + "/notes", "{\"text\":\" \"}").statusCode())
                .isEqualTo(422);
        assertThat(send(interaction + "/transfer", "{}").statusCode()).isEqualTo(422);
    }

    /** Once the newest terms are named: what comes before them is decided by an earlier version. */
    private String annaHandles() {
        acme.goesOnQueue("anna");
        await().atMost(PATIENCE)
                .until(() -> !acme.all(Topics.ROUTING_JOURNAL, RoutingTermsChanged.class)
                        .isEmpty());
        var interaction = acme.offered(acme.receives("A question", List.of())).getInteractionId();
        acme.accepts("anna", interaction);
        first(InteractionAccepted.class);
        return interaction;
    }

    private <T extends SpecificRecord> T first(Class<T> type) {
        await().atMost(PATIENCE)
                .until(() -> !acme.all(Topics.INTERACTION_EVENTS, type).isEmpty());
        return acme.all(Topics.INTERACTION_EVENTS, type).getFirst();
    }

    private void asAnna(String path, String body) throws IOException, InterruptedException {
        assertThat(send(path, body).statusCode()).isEqualTo(202);
    }

    private HttpResponse<String> send(String path, String body) throws IOException, InterruptedException {
        var token = Parts.identity().token("anna", acme.id(), "conversation:email:handle");
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/interactions/" + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            ApiContract.of(port).check(answer, body.isEmpty() ? null : body);
            return answer;
        }
    }
}
