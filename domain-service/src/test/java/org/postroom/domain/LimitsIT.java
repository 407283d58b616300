package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postroom.testkit.GreedyClient;
import org.postroom.testkit.ListsArePages;
import org.postroom.testkit.OversizeBodies;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What one organisation's programs ask for takes nothing from others. */
@PostroomIT
@TestPropertySource(
        properties = {"postroom.limits.organisation.per-second=5", "postroom.limits.organisation.burst=100"})
class LimitsIT {

    private static final int SLOW = 24;

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource database;

    @Test
    void refusesOversizeBodiesAtEveryOperation() throws Exception {
        assertThat(OversizeBodies.areRefusedEverywhere(port)).isGreaterThan(20);
    }

    @Test
    void answersAnOrganisationWhileAnotherAsksForMoreThanItMay() throws Exception {
        Api.newOrganisation(port, "greedy");
        Api.newOrganisation(port, "modest");

        GreedyClient.takesNothingFromOthers(port, "/api/organisation", "greedy", "modest");
    }

    /** Without a limit these would hold every connection to the database. */
    @Test
    void answersAnOrganisationWhileManyRequestsOfAnotherAreSlow() throws Exception {
        Api slow = Api.newOrganisation(port, "slow");
        Api quick = Api.newOrganisation(port, "quick");
        List<Future<Integer>> asked = new ArrayList<>();
        try (var users = Executors.newVirtualThreadPerTaskExecutor();
                var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table audit_entry in exclusive mode");
            for (int number = 0; number < SLOW; number++) {
                var skill = Map.of("name", "skill " + number);
                asked.add(users.submit(() -> slow.post("/api/skills", skill).status()));
            }
            Awaitility.await().until(() -> waiting(connection) >= 5);

            for (int number = 0; number < 5; number++) {
                var answer = users.submit(() -> quick.get("/api/skills").status());
                assertThat(answer.get(3, TimeUnit.SECONDS)).isEqualTo(200);
            }
            connection.rollback();
            for (Future<Integer> each : asked) {
                assertThat(each.get()).isEqualTo(201);
            }
        }
    }

    @Test
    void refusesWhatCannotBeStoredByTheNameOfItsField() {
        Api ada = Api.newOrganisation(port, "unstorable");

        ada.post("/api/skills", Map.of("name", "a\0b")).refuses("name", "expected no character U+0000");
        assertThat(ada.exchange("POST", "/api/skills", "application/json", "{\"name\":\"a\\ud800b\"}")
                        .body())
                .contains("expected no character U+0000");
        assertThat(ada.exchange(
                                "POST",
                                "/api/configuration",
                                "application/yaml",
                                "format: postroom/1\nskills:\n  \"a\\0b\": {}\n")
                        .statusCode())
                .isEqualTo(422);
        ada.get("/api/skills?q=%00").has(400);
    }

    @Test
    void answersEveryListAsPages() {
        ListsArePages.everywhere(port);
        Api.newOrganisation(port, "paged-a");
        Api.newOrganisation(port, "paged-b");
        Api operator = Api.operator(port);

        var first = operator.exchange("GET", "/api/organisations?limit=1", "application/json", null);

        String next = first.headers().firstValue("Link").orElseThrow().replaceAll("^<(.*)>; rel=\"next\"$", "$1");
        String before = Api.Answer.of(first).json().get(0).get("id").asString();
        var second = operator.get(next).has(200).json();
        assertThat(second).hasSize(1);
        assertThat(second.get(0).get("id").asString()).isNotEqualTo(before);
        operator.get("/api/organisations?limit=1001").refuses("limit", "expected 1 to 1000");
    }

    @Test
    void keepsNoMoreEntriesOfAKindThanAnOrganisationMayHave() {
        Api ada = Api.newOrganisation(port, "hoarder");
        JdbcClient.create(database).sql("""
                        insert into directory_entry (organisation_id, kind, id, version, label, value, changed_by, changed_at)
                        select 'hoarder', 'skill', 's' || n, 1, 's' || n, json_build_object('name', json_build_object('value', 's' || n)), 'ada', now()
                        from generate_series(1, 9999) n""").update();
        String two = "format: postroom/1\nskills: {more: {}, most: {}}\n";

        assertThat(ada.exchange("POST", "/api/configuration", "application/yaml", two)
                        .body())
                .contains("expected at most 10000 entries of this kind");
        String last = ada.post("/api/skills", Map.of("name", "last")).has(201).id();
        ada.post("/api/skills", Map.of("name", "too many")).refuses("skill", "expected at most 10000 entries");
        ada.delete("/api/skills/" + last).has(204);
        ada.post("/api/skills", Map.of("name", "again")).has(201);
    }

    private static int waiting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and datname = current_database()")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
