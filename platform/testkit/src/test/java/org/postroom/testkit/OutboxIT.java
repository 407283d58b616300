package org.postroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postroom.events.configuration.SkillConfigured;
import org.postroom.events.domain.OrganisationCreated;
import org.postroom.runtime.kafka.EventPublisher;
import org.postroom.runtime.outbox.Outbox;
import org.postroom.schemas.catalogue.Topics;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@PostroomIT
class OutboxIT {

    private static final int CHANGES = 300;

    @Autowired
    private Outbox outbox;

    @Autowired
    private EventPublisher publisher;

    @Autowired
    private PlatformTransactionManager transactionManager;

    @Autowired
    @Qualifier("outboxRelay")
    private SmartLifecycle relay;

    @Test
    void publishesEventsInTheOrderOfTheirTransactions() {
        var transactions = new TransactionTemplate(transactionManager);

        IntStream.range(0, CHANGES)
                .forEach(number -> transactions.executeWithoutResult(status ->
                        outbox.add(Topics.DOMAIN_EVENTS, "ordered", created("ordered", String.valueOf(number)))));

        EventLog.of(Topics.DOMAIN_EVENTS)
                .await(
                        OrganisationCreated.class,
                        event -> event.getOrganisationId().equals("ordered")
                                && event.getName().equals(String.valueOf(CHANGES - 1)));
        List<String> names = EventLog.of(Topics.DOMAIN_EVENTS).all(OrganisationCreated.class).stream()
                .filter(event -> event.getOrganisationId().equals("ordered"))
                .map(OrganisationCreated::getName)
                .toList();
        assertThat(names)
                .containsExactlyElementsOf(
                        IntStream.range(0, CHANGES).mapToObj(String::valueOf).toList());
    }

    @Test
    void publishesNothingOfATransactionThatWasRolledBack() {
        var transactions = new TransactionTemplate(transactionManager);

        transactions.executeWithoutResult(status -> {
            outbox.add(Topics.DOMAIN_EVENTS, "rolled-back", created("rolled-back", "never"));
            status.setRollbackOnly();
        });
        transactions.executeWithoutResult(
                status -> outbox.add(Topics.DOMAIN_EVENTS, "rolled-back", created("rolled-back", "after")));

        EventLog.of(Topics.DOMAIN_EVENTS)
                .await(OrganisationCreated.class, event -> event.getName().equals("after"));
        assertThat(EventLog.of(Topics.DOMAIN_EVENTS).all(OrganisationCreated.class))
                .noneMatch(event -> event.getName().equals("never"));
    }

    @Test
    void goesOnPublishingAfterItWasStoppedAndStarted() {
        relay.stop();
        relay.start();

        new TransactionTemplate(transactionManager)
                .executeWithoutResult(
                        status -> outbox.add(Topics.DOMAIN_EVENTS, "restarted", created("restarted", "again")));

        EventLog.of(Topics.DOMAIN_EVENTS)
                .await(OrganisationCreated.class, event -> event.getName().equals("again"));
    }

    @Test
    void refusesAnEventOutsideATransaction() {
        assertThatThrownBy(() -> outbox.add(Topics.DOMAIN_EVENTS, "acme", created("acme", "x")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void publishesARemovalAsANullValueInTheEntitysOrder() {
        var transactions = new TransactionTemplate(transactionManager);

        transactions.executeWithoutResult(status -> {
            outbox.add(Topics.CONFIGURATION, "acme", "acme/skill/s1", skill("s1"));
            outbox.remove(Topics.CONFIGURATION, "acme", "acme/skill/s1", "skill");
        });

        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(EventLog.of(Topics.CONFIGURATION).records())
                                .filteredOn(entry -> entry.key().equals("acme/skill/s1"))
                                .hasSize(2)
                                .last()
                                .satisfies(entry -> assertThat(entry.value()).isNull()));
    }

    @Test
    void writesTheHeadersOfCloudEvents() throws Exception {
        var position = publisher
                .publish(Topics.DOMAIN_EVENTS, "headers", created("headers", "with headers"))
                .get();

        var entry = EventLog.of(Topics.DOMAIN_EVENTS)
                .awaitRecord(OrganisationCreated.class, event -> event.getName().equals("with headers"));
        assertThat(entry.offset()).isEqualTo(position.offset());
        assertThat(EventLog.header(entry, "ce_specversion")).isEqualTo("1.0");
        assertThat(EventLog.header(entry, "ce_type")).isEqualTo("org.postroom.events.domain.OrganisationCreated");
        assertThat(EventLog.header(entry, "ce_source")).isEqualTo("/postroom/testkit");
        assertThat(EventLog.header(entry, "ce_id")).isNotBlank();
        assertThat(EventLog.header(entry, "traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    }

    private static OrganisationCreated created(String organisation, String name) {
        return OrganisationCreated.newBuilder()
                .setOrganisationId(organisation)
                .setName(name)
                .setAccountName(organisation)
                .setDefaultLanguage("en")
                .setTimeZone("UTC")
                .setOccurredAt(Instant.EPOCH)
                .build();
    }

    private static SkillConfigured skill(String id) {
        return SkillConfigured.newBuilder()
                .setOrganisationId("acme")
                .setSkillId(id)
                .setName("Billing")
                .setChangedBy("ada")
                .setVersion(1)
                .setOccurredAt(Instant.EPOCH)
                .build();
    }
}
