package org.postroom.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.postroom.events.common.DomainSettings;
import org.postroom.events.common.DomainType;
import org.postroom.events.domain.DomainAdded;
import org.postroom.events.domain.DomainRemoved;
import org.postroom.events.standing.DomainStanding;
import org.postroom.events.standing.StandingsComplete;
import org.postroom.runtime.standing.StandingsBackfill;
import org.postroom.schemas.catalogue.EntityKey;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** How domains stand, in the compacted topic. */
@PostroomIT
@TestPropertySource(properties = "postroom.verification.mail-host=mx.postroom.test")
class StandingsIT {

    private static final String ORGANISATION = "standing";
    private static final EventLog STANDINGS = EventLog.of(Topics.STANDINGS);

    private final String domain = UUID.randomUUID().toString();

    @Autowired
    private StandingsBackfill backfill;

    @Autowired
    private JdbcClient database;

    @Test
    void writesHowADomainStandsUntilItIsRemoved() {
        add(DomainType.CUSTOM);
        DomainStanding unproven = STANDINGS.await(
                DomainStanding.class, standing -> standing.getDomainId().equals(domain));
        assertThat(unproven.getReceivesSince()).isNull();
        assertThat(unproven.getSendsSince()).isNull();
        assertThat(unproven.getBounceName()).isEqualTo("bounce." + name());

        EventLog.publish(
                Topics.DOMAIN_EVENTS,
                ORGANISATION,
                new DomainRemoved(ORGANISATION, domain, name(), "ada", Instant.EPOCH));

        await().until(() -> STANDINGS.records().stream()
                .anyMatch(entry -> entry.value() == null
                        && entry.key()
                                .equals(EntityKey.ofDomain(ORGANISATION, domain).toString())));
    }

    @Test
    void givesAnInstallationFromBeforeThereWereStandingsAllOfThemOnceAndThenSaysSo() {
        add(DomainType.SYSTEM);
        DomainStanding first = STANDINGS.await(
                DomainStanding.class, standing -> standing.getDomainId().equals(domain));
        assertThat(first.getReceivesSince()).isNotNull();
        await().until(() -> !backfill.isRunning());
        int words = STANDINGS.all(StandingsComplete.class).size();
        database.sql("update mail_domain set standing = null").update();
        database.sql("delete from standings_complete").update();

        backfill.start();

        await().until(() -> STANDINGS.all(StandingsComplete.class).size() == words + 1);
        assertThat(ofDomain()).hasSize(2).allSatisfy(standing -> {
            assertThat(standing.getDomainName()).isEqualTo(name());
            assertThat(standing.getReceivesSince()).isEqualTo(first.getReceivesSince());
            assertThat(standing.getSendsSince()).isEqualTo(first.getSendsSince());
        });

        await().until(() -> !backfill.isRunning());
        backfill.start();
        await().until(() -> !backfill.isRunning());
        assertThat(database.sql("select count(*) from outbox where topic = 'postroom.standings'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(ofDomain()).hasSize(2);
        assertThat(STANDINGS.all(StandingsComplete.class)).hasSize(words + 1);
    }

    private List<DomainStanding> ofDomain() {
        return STANDINGS.all(DomainStanding.class).stream()
                .filter(standing -> standing.getDomainId().equals(domain))
                .toList();
    }

    private void add(DomainType type) {
        EventLog.publish(
                Topics.DOMAIN_EVENTS,
                ORGANISATION,
                DomainAdded.newBuilder()
                        .setOrganisationId(ORGANISATION)
                        .setDomainId(domain)
                        .setDomainName(name())
                        .setAddedBy("ada")
                        .setDomainType(type)
                        .setSettings(DomainSettings.newBuilder().build())
                        .setOccurredAt(Instant.EPOCH)
                        .build());
    }

    private String name() {
        return domain + ".standing.test";
    }
}
