package org.postroom.routing.journal.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.OfferCause;
import org.postroom.routing.history.kafka.AuditCommand;
import org.postroom.routing.history.kafka.TimelineCommand;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine;

/** What the log of a running service tells: the story of one interaction, the account of all, and why it was this agent. */
@PostroomIT
class HistoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StringWriter said = new StringWriter();

    @Autowired
    private RoutingStreams streams;

    @BeforeEach
    void waitUntilRouting() {
        await().atMost(PATIENCE).until(() -> streams.state() == KafkaStreams.State.RUNNING);
    }

    @Test
    void tellsTheStoryOfAnInteractionByItsMessageId() {
        var acme = Organisation.with(300, 1, "anna");
        acme.goesOnQueue("anna");
        var mail = acme.receives("\u001b[2JA question", List.of());
        var interaction = answered(acme, mail);
        acme.receives("Another one", List.of());

        assertThat(timeline("<" + mail + "@example.com>")).isZero();

        assertThat(said.toString().lines().map(line -> line.replaceAll(".* \\[(\\w+), .*", "$1")))
                .containsSubsequence(
                        "EmailReceived",
                        "EmailThreaded",
                        "InteractionQueued",
                        "InteractionOffered",
                        "AcceptInteraction",
                        "InteractionAccepted",
                        "ReplyRequested",
                        "ReplySent",
                        "InteractionClosed");
        assertThat(said.toString())
                .contains("A mail from customer@example.com was accepted: “\uFFFD[2JA question”.")
                .contains("[EmailReceived, postroom.email-events ", "[EmailReceived, postroom.routing-journal ")
                .contains("anna accepted it")
                .doesNotContain("Another one", "\u001b");
        var byMessageId = said.toString();
        assertThat(timeline(interaction)).isZero();
        assertThat(said.toString()).isEqualTo(byMessageId);
    }

    @Test
    void tellsTheStoryToMachines() {
        var acme = Organisation.with(300, 1, "anna");
        var mail = acme.receives("A question", List.of());
        acme.threaded(mail);

        assertThat(timeline(mail, "--json")).isZero();
        assertThat(said.toString().lines().findFirst().orElseThrow())
                .startsWith("{\"at\":\"")
                .contains(
                        "\"event\":\"EmailReceived\"", "\"topic\":\"postroom.email-events\"", "\"emailId\":\"" + mail);
    }

    @Test
    void saysWhereNothingSpeaksOfIt() {
        var nobody = UUID.randomUUID().toString();

        assertThat(timeline(nobody)).isEqualTo(1);
        assertThat(said.toString()).contains("Nothing in the log speaks of " + nobody);
    }

    @Test
    void drawsAnEvenBalance() {
        var acme = Organisation.with(300, 1, "anna");
        acme.goesOnQueue("anna");
        var mail = acme.receives("A question", List.of());
        answered(acme, mail);
        acme.receives(mail, "A question", List.of());
        acme.threaded(acme.receives("It waits", List.of()));

        assertThat(audit(acme, "--patience", "PT1M")).isZero();
        assertThat(said.toString())
                .contains("2 mails accepted = 2 routed + 0 kept aside")
                .contains("2 interactions begun = 1 ended + 1 open, the oldest for 0 minutes")
                .contains("1 replies requested = 1 sent")
                .contains("All is even.");
    }

    @Test
    void namesWhatEndedTwice() {
        var acme = Organisation.with(300, 1, "anna");
        acme.goesOnQueue("anna");
        var interaction = answered(acme, acme.receives("A question", List.of()));
        var closed =
                acme.all(Topics.INTERACTION_EVENTS, InteractionClosed.class).getFirst();
        EventLog.publish(Topics.INTERACTION_EVENTS, acme.id(), closed);

        assertThat(audit(acme)).isEqualTo(1);
        assertThat(said.toString()).contains("interaction " + interaction, "it ended once more");
        assertThat(audit(acme, "--to", Instant.EPOCH.toString())).isZero();
    }

    @Test
    void writesWhyItWasThisAgent() {
        var acme = Organisation.with(300, 2, "anna", "bert");
        acme.threaded(acme.receives("So that the newest terms are named", List.of()));
        acme.goesOnQueue("anna");
        var offer = acme.offered(acme.receives("A question", List.of()));
        acme.threaded(acme.receives("Nobody is left", List.of()));

        assertThat(offer.getCause()).isIn(OfferCause.WORK_ARRIVED, OfferCause.AGENT_AVAILABLE);
        var explained = acme.all(Topics.INTERACTION_EVENTS, InteractionOffered.class).stream()
                .filter(each -> !each.getCandidates().isEmpty())
                .toList();
        assertThat(explained).isNotEmpty().allSatisfy(each -> {
            assertThat(each.getCandidates().getFirst().getAgentId()).isEqualTo(each.getAgentId());
            assertThat(each.getCandidates()).hasSize(2);
        });
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(acme.all(Topics.INTERACTION_EVENTS, InteractionQueued.class))
                        .last()
                        .satisfies(queued -> assertThat(queued.getCandidates())
                                .extracting(candidate -> candidate.getAgentId())
                                .containsExactlyInAnyOrder("anna", "bert")));
    }

    /** Lets a mail be answered by the agent who is offered it. */
    private static String answered(Organisation acme, String mail) {
        var offer = acme.offered(mail);
        var interaction = offer.getInteractionId();
        acme.accepts(offer.getAgentId(), interaction);
        EventLog.of(Topics.INTERACTION_EVENTS)
                .await(
                        InteractionAccepted.class,
                        accepted -> accepted.getInteractionId().equals(interaction));
        var reply = "reply-" + mail;
        acme.requestsReply(offer.getAgentId(), interaction, reply);
        acme.sendsReply(interaction, reply, reply + "@support.acme.test");
        EventLog.of(Topics.INTERACTION_EVENTS)
                .await(
                        InteractionClosed.class,
                        closed -> closed.getInteractionId().equals(interaction));
        return interaction;
    }

    private int timeline(String... arguments) {
        return run(TimelineCommand.commandLine(), arguments);
    }

    private int audit(Organisation of, String... more) {
        var arguments = new ArrayList<>(List.of("--organisation", of.id()));
        arguments.addAll(List.of(more));
        return run(AuditCommand.commandLine(), arguments.toArray(String[]::new));
    }

    private int run(CommandLine command, String... arguments) {
        said.getBuffer().setLength(0);
        var all = new ArrayList<>(
                List.of("--bootstrap-servers", Parts.broker().bootstrapServers(), "--registry", Parts.registryUrl()));
        all.addAll(List.of(arguments));
        return command.setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said, true))
                .execute(all.toArray(String[]::new));
    }
}
