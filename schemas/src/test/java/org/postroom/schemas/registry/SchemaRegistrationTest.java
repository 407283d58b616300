package org.postroom.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.schemas.registry.SchemaRegistration.Outcome;

class SchemaRegistrationTest {

    private final RegistryStub registry = RegistryStub.start();
    private final SchemaRegistration registration =
            new SchemaRegistration(new RegistryClient(RegistrySettings.of(registry.url())));

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void registersEveryEventOfTheCatalogueUnderItsTopic() {
        // when
        List<Outcome> outcomes = registration.registerAll();

        // then
        assertThat(outcomes).allMatch(Outcome::added);
        for (var topic : Topics.all()) {
            for (var entry : topic.records()) {
                assertThat(outcomes)
                        .extracting(Outcome::subject)
                        .contains(topic.name() + "-" + entry.type().getName());
            }
        }
    }

    @Test
    void registersUnderTheJournalWhatRoutingMergesIntoIt() {
        // when
        List<Outcome> outcomes = registration.registerAll();

        // then
        assertThat(outcomes)
                .extracting(Outcome::subject)
                .contains(
                        "postroom.routing-journal-org.postroom.events.email.EmailReceived",
                        "postroom.routing-journal-org.postroom.events.configuration.QueueConfigured",
                        "postroom.routing-journal-org.postroom.events.routing.AcceptInteraction",
                        "postroom.routing-journal-org.postroom.events.reply.ReplySent",
                        "postroom.routing-journal-org.postroom.events.routing.TimerElapsed")
                .doesNotContain("postroom.routing-journal-org.postroom.events.domain.DomainAdded");
    }

    @Test
    void demandsFullTransitiveCompatibilityOfEverySubject() {
        // when
        List<Outcome> outcomes = registration.registerAll();

        // then
        assertThat(registry.compatibility().values()).containsOnly("FULL_TRANSITIVE");
        assertThat(registry.compatibility().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        outcomes.stream().map(Outcome::subject).toList());
    }

    @Test
    void leavesSubjectsAloneWhereTheRegistryDemandsItOfAll() {
        // given
        registry.demandOfAll("FULL_TRANSITIVE");

        // when
        registration.registerAll();

        // then
        assertThat(registry.compatibility()).isEmpty();
    }

    @Test
    void addsNothingTheSecondTime() {
        // given
        registration.registerAll();

        // when
        List<Outcome> outcomes =
                new SchemaRegistration(new RegistryClient(RegistrySettings.of(registry.url()))).registerAll();

        // then
        assertThat(outcomes).noneMatch(Outcome::added);
    }
}
