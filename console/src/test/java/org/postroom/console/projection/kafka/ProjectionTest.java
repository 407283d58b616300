package org.postroom.console.projection.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.postroom.console.Story;
import org.postroom.console.live.Signal;
import org.postroom.console.projection.LogPosition;
import org.postroom.console.projection.News;
import org.postroom.console.projection.Projected;
import org.postroom.console.projection.RowChange;
import org.postroom.events.common.MailDirection;
import org.postroom.events.domain.DomainVerificationFailed;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.events.interaction.InteractionOfferExpired;
import org.postroom.events.reply.ReplyUncertain;

class ProjectionTest {

    private static final LogPosition POSITION = new LogPosition("postroom.interaction-events", 2, 41);

    private final Story story = new Story("acme", "anna");

    @Test
    void keepsEveryEventWithItsPlaceInTheLog() {
        RowChange.Put entry = (RowChange.Put) Projection.TIMELINE
                .of(POSITION, story.queued("Question"))
                .changes()
                .getFirst();

        assertThat(entry.table()).isEqualTo("timeline");
        assertThat(entry.key())
                .containsEntry("topic", "postroom.interaction-events")
                .containsEntry("partition", 2)
                .containsEntry("log_offset", 41L);
        assertThat(entry.values())
                .containsEntry("event", "InteractionQueued")
                .containsEntry("interaction_id", story.interaction)
                .containsEntry("occurred_at", Story.NOW);
    }

    @Test
    void putsEveryRowUnderItsOrganisation() {
        Stream.<SpecificRecord>of(story.queued("Question"), story.threaded(), expired(), failed(), uncertain())
                .flatMap(event -> project(event).changes().stream())
                .forEach(change -> assertThat(change.key()).containsEntry("organisation_id", "acme"));
    }

    @Test
    void wakesTheAgentWhoseOfferExpiredAndTheQueues() {
        Projected projected = project(expired());

        assertThat(projected.signals())
                .containsExactlyInAnyOrder(
                        Signal.agent("acme", "anna"),
                        Signal.interaction("acme", story.interaction),
                        Signal.queues("acme"));
        RowChange.Put row = (RowChange.Put) projected.changes().getFirst();
        assertThat(row.values()).containsEntry("state", "QUEUED").containsEntry("agent_id", null);
    }

    @Test
    void letsAMailAndItsThreadingArriveInEitherOrder() {
        RowChange.Put threading =
                (RowChange.Put) project(story.threaded()).changes().getFirst();

        assertThat(threading.table()).isEqualTo("email");
        assertThat(threading.values())
                .containsOnlyKeys("conversation_id", "interaction_id", "threading_rule", "claimed_conversation_id");
    }

    @Test
    void wakesThePagesOfADomainWhoseStateChanged() {
        assertThat(project(failed()).signals())
                .containsExactlyInAnyOrder(Signal.domain("acme", "d1"), Signal.domains("acme"));
    }

    @Test
    void removesWhatATombstoneNames() {
        assertThat(ConfigurationProjection.removed("acme/queue/q1").changes())
                .isEqualTo(List.of(new RowChange.Remove(
                        "queue",
                        new java.util.LinkedHashMap<>(java.util.Map.of("organisation_id", "acme", "queue_id", "q1")))));
        assertThat(ConfigurationProjection.removed("acme/unheard-of/f1").changes())
                .isEmpty();
        assertThat(ConfigurationProjection.removed("nonsense").changes()).isEmpty();
    }

    @Test
    void forgetsARemovedOrganisationInEachReadModel() {
        var removed = OrganisationRemoved.newBuilder()
                .setOrganisationId("acme")
                .setRemovedBy("operator")
                .setOccurredAt(Story.NOW)
                .build();

        for (Projection projection : Projection.values()) {
            assertThat(projection.of(POSITION, removed).changes())
                    .as(projection.model().name())
                    .contains(new RowChange.Forget("acme"));
        }
    }

    @Test
    void readsForTheDeskWhatItIsMadeFromAndNoOtherEvent() {
        assertThat(Projection.DESK.types())
                .contains(OrganisationRemoved.class.getName(), ReplyUncertain.class.getName())
                .doesNotContain(DomainVerificationFailed.class.getName());
    }

    @Test
    void tellsPagesNothingWhileMuchIsToComeAndThenThatAnythingMayHaveChanged() {
        assertThat(ProjectionListener.news(0, false)).isEqualTo(News.CHANGES);
        assertThat(ProjectionListener.news(ProjectionListener.CATCHING_UP + 1, false))
                .isEqualTo(News.NONE);
        assertThat(ProjectionListener.news(ProjectionListener.CATCHING_UP, true))
                .isEqualTo(News.EVERYTHING);
    }

    private static Projected project(SpecificRecord event) {
        Projection made = event.getSchema().getNamespace().equals("org.postroom.events.domain")
                ? Projection.DIRECTORY
                : Projection.DESK;
        return made.of(POSITION, event);
    }

    private InteractionOfferExpired expired() {
        return InteractionOfferExpired.newBuilder()
                .setOrganisationId("acme")
                .setInteractionId(story.interaction)
                .setAgentId("anna")
                .setOccurredAt(Story.NOW)
                .build();
    }

    private static DomainVerificationFailed failed() {
        return DomainVerificationFailed.newBuilder()
                .setOrganisationId("acme")
                .setDomainId("d1")
                .setDomainName("support.acme.test")
                .setDirection(MailDirection.RECEIVING)
                .setReason("The MX record is gone.")
                .setOccurredAt(Story.NOW)
                .build();
    }

    private ReplyUncertain uncertain() {
        return ReplyUncertain.newBuilder()
                .setOrganisationId("acme")
                .setReplyId(story.reply)
                .setInteractionId(story.interaction)
                .setMessageId("reply@support.acme.test")
                .setRecipients(List.of("kunde@example.test"))
                .setOccurredAt(Story.NOW)
                .build();
    }
}
