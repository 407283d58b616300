package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.postroom.events.standing.OrganisationStanding;
import org.postroom.events.standing.OrganisationState;
import org.postroom.events.standing.StandingsComplete;
import org.postroom.runtime.standing.StandingsBackfill;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How organisations stand, in the compacted topic. */
@PostroomIT
class StandingsIT {

    private static final EventLog STANDINGS = EventLog.of(Topics.STANDINGS);

    @LocalServerPort
    private int port;

    @Autowired
    private StandingsBackfill backfill;

    @Autowired
    private JdbcClient database;

    @Test
    void writesWhatBecomesOfAnOrganisationWithTheEvents() {
        Api operator = Api.operator(port);
        Api.newOrganisation(port, "stands");
        awaitStates("stands", OrganisationState.ACTIVE);

        operator.post("/api/organisations/stands/suspension", Map.of("reason", "unpaid"))
                .has(204);
        awaitStates("stands", OrganisationState.ACTIVE, OrganisationState.SUSPENDED);
    }

    @Test
    void givesAnInstallationFromBeforeThereWereStandingsAllOfThemOnceAndThenSaysSo() {
        Api.newOrganisation(port, "old-active");
        await().until(() -> !backfill.isRunning());
        awaitStates("old-active", OrganisationState.ACTIVE);
        database.sql("""
                        insert into organisation (id, name, account_name, default_language, time_zone, created_at,
                        suspended_reason, suspended_by, suspended_at)
                        values ('old-suspended', 'Old', 'old-suspended', 'en', 'UTC', now(), 'unpaid', 'gus', now())
                        """).update();
        database.sql("insert into removed_organisation (id, removed_at) values ('old-removed', now())")
                .update();
        database.sql("update organisation set standing = null where id = 'old-active'")
                .update();
        database.sql("delete from standings_complete").update();
        int words = STANDINGS.all(StandingsComplete.class).size();

        backfill.start();

        await().until(() -> STANDINGS.all(StandingsComplete.class).size() == words + 1);
        assertThat(states("old-active")).containsExactly(OrganisationState.ACTIVE, OrganisationState.ACTIVE);
        assertThat(states("old-suspended")).containsExactly(OrganisationState.SUSPENDED);
        assertThat(states("old-removed")).containsExactly(OrganisationState.REMOVED);

        await().until(() -> !backfill.isRunning());
        backfill.start();
        await().until(() -> !backfill.isRunning());
        assertThat(database.sql("select count(*) from outbox where topic = 'postroom.standings'")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(Stream.of("old-active", "old-suspended", "old-removed").flatMap(id -> states(id).stream()))
                .hasSize(4);
    }

    private static void awaitStates(String organisation, OrganisationState... expected) {
        await().untilAsserted(() -> assertThat(states(organisation)).containsExactly(expected));
    }

    private static List<OrganisationState> states(String organisation) {
        return STANDINGS.all(OrganisationStanding.class).stream()
                .filter(standing -> standing.getOrganisationId().equals(organisation))
                .map(OrganisationStanding::getState)
                .toList();
    }
}
