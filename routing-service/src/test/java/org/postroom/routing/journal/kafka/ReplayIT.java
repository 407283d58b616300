package org.postroom.routing.journal.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.events.interaction.DiscardReason;
import org.postroom.events.interaction.EmailDiscarded;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionOfferExpired;
import org.postroom.routing.replay.kafka.ReplayCommand;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;

/** The journal of a running service, decided upon again. */
@PostroomIT
class ReplayIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StringWriter said = new StringWriter();

    @TempDir
    private Path folder;

    @Autowired
    private RoutingStreams streams;

    @BeforeEach
    void waitUntilRouting() {
        await().atMost(PATIENCE).until(() -> streams.state() == KafkaStreams.State.RUNNING);
    }

    @Test
    void findsEverythingDecidedAsItStandsInTheLog() {
        var acme = busy();

        assertThat(replay("--organisation", acme.id())).isZero();
        assertThat(said.toString()).containsPattern("All \\d+ events are as they stand in the log");
    }

    @Test
    void tellsOfTheFirstEventThatOnlyTheLogHas() {
        var acme = busy();
        var forged = new InteractionAccepted(acme.id(), "no-such-interaction", "mallory", 1L, Instant.now());
        EventLog.publish(Topics.INTERACTION_EVENTS, acme.id(), forged);

        assertThat(replay("--organisation", acme.id())).isEqualTo(1);
        assertThat(said.toString())
                .contains("1 are only in the log, and 0 only in the replay")
                .contains("The first difference: ")
                .contains("in the log:    InteractionAccepted", "mallory", "in the replay: nothing");
    }

    @Test
    void comparesWhatHappenedToOneInteractionAlone() {
        var acme = busy();
        var closed = EventLog.of(Topics.INTERACTION_EVENTS)
                .await(
                        InteractionClosed.class,
                        event -> event.getOrganisationId().equals(acme.id()));
        EventLog.publish(
                Topics.INTERACTION_EVENTS,
                acme.id(),
                new InteractionAccepted(acme.id(), "another", "mallory", 1L, Instant.now()));

        assertThat(replay("--organisation", acme.id(), "--interaction", closed.getInteractionId()))
                .isZero();
    }

    @Test
    void doesNotMissTheEndOfAMailThatCouldNotBePutIntoTheJournal() {
        var acme = busy();
        EventLog.publish(
                Topics.INTERACTION_EVENTS,
                acme.id(),
                new EmailDiscarded(acme.id(), "unreadable", DiscardReason.DECISION_FAILED, Instant.now()));

        assertThat(replay("--organisation", acme.id())).isZero();
    }

    @Test
    void goesOnFromWhatWasKnownAtTheEndOfAnEarlierReplay() {
        var acme = busy();
        var kept = folder.resolve("kept").toString();
        assertThat(replay("--organisation", acme.id(), "--save", kept)).isZero();
        acme.threaded(acme.receives("After that", List.of()));

        assertThat(replay("--organisation", acme.id(), "--begin", kept)).isZero();
        assertThat(said.toString()).doesNotContain("All 0 events");
    }

    @Test
    void endsBeforeAMoment() {
        var acme = busy();
        var before = Instant.now();
        acme.threaded(acme.receives("After that", List.of()));

        assertThat(replay("--organisation", acme.id(), "--to", before.toString()))
                .isZero();
    }

    @Test
    void saysWhatItCouldNotReach() {
        assertThat(ReplayCommand.commandLine()
                        .setErr(new PrintWriter(said))
                        .execute(
                                "--bootstrap-servers",
                                Parts.broker().bootstrapServers(),
                                "--registry",
                                Parts.registryUrl(),
                                "--begin",
                                folder.resolve("nothing").toString()))
                .isEqualTo(2);
        assertThat(said.toString()).contains("Could not replay", "expected what a replay kept with --save");
    }

    /** An organisation with a hectic quarter of a minute behind it. */
    private static Organisation busy() {
        var acme = Organisation.with(1, 2, "anna", "bert");
        acme.goesOnQueue("anna");
        acme.goesOnQueue("bert");
        var emails = new ArrayList<String>();
        for (int number = 0; number < 20; number++) {
            emails.add(acme.receives("Question " + number, List.of()));
        }
        for (var emailId : emails.subList(0, 2)) {
            var offer = acme.offered(emailId);
            acme.accepts(offer.getAgentId(), offer.getInteractionId());
            acme.closes(offer.getAgentId(), offer.getInteractionId());
        }
        await().atMost(PATIENCE)
                .until(() -> acme.all(Topics.INTERACTION_EVENTS, InteractionOfferExpired.class)
                                .size()
                        >= 2);
        emails.forEach(acme::threaded);
        return acme;
    }

    private int replay(String... arguments) {
        said.getBuffer().setLength(0);
        var all = new ArrayList<>(
                List.of("--bootstrap-servers", Parts.broker().bootstrapServers(), "--registry", Parts.registryUrl()));
        all.addAll(List.of(arguments));
        return ReplayCommand.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(all.toArray(String[]::new));
    }
}
