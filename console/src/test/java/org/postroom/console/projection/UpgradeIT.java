package org.postroom.console.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;

import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postroom.console.ConsoleApplication;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.events.configuration.LibraryConfigured;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.Parts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** An installation from before read models had versions. */
class UpgradeIT extends OpenConsole {

    private static final List<String> SAME_AS_HERE = List.of(
            "spring.kafka.bootstrap-servers",
            "spring.kafka.properties[schema.registry.url]",
            "spring.security.oauth2.resourceserver.jwt.issuer-uri",
            "postroom.message-store.directory",
            "postroom.message-store.master-key",
            "postroom.sign-in.issuer",
            "spring.datasource.username",
            "spring.datasource.password");

    private final String organisation = Facts.id("acme");
    private final Facts facts = new Facts(organisation, "anna");

    @Autowired
    private Environment settings;

    @Test
    void servesWhatItHadUntilThePresentVersionIsFullWithTheTablesThatWereEmpty() {
        facts.publish(Topics.CONFIGURATION, organisation + "/library/l1", library());
        String url = Parts.database("console_of_an_earlier_release");
        var source = source(url);
        var database = JdbcClient.create(source);
        migrate(source, "4");
        database.sql("insert into projection_position values ('postroom.configuration', 0, 0)")
                .update();
        database.sql("insert into skill values (?, 's1', 'only in the old tables')")
                .param(organisation)
                .update();
        database.sql("""
            insert into listener_set_aside (listener, entity, topic, topic_partition, topic_offset, headers, written_at,
              event_type, reason, trace)
            values ('console', ?, 'postroom.configuration', 0, 0, '{}', now(), 'skill', 'It failed.', '')
            """).param(organisation + "/skill/s1").update();
        migrate(source, "latest");

        assertThat(database.sql("select model, version, state from read_model_generation order by model")
                        .query((row, number) -> row.getString(1) + row.getInt(2) + row.getString(3))
                        .list())
                .containsExactly("desk0SERVING", "directory0SERVING", "timeline0SERVING");
        assertThat(database.sql("select listener from listener_set_aside order by listener")
                        .query(String.class)
                        .list())
                .containsExactly("console.directory.1", "console.timeline.1");

        new ReadModelParts(source).prepare("directory");
        assertThat(skills(database)).containsExactly("only in the old tables");
        assertThat(database.sql("select count(*) from entry_name")
                        .query(Integer.class)
                        .single())
                .isZero();

        try (var _ = new SpringApplicationBuilder(ConsoleApplication.class).run(arguments(url))) {
            // It reads all that the other tests have written, too.
            await().atMost(ONE_MINUTE)
                    .untilAsserted(() -> assertThat(
                                    database.sql("select version from read_model_generation where state = 'SERVING'")
                                            .query(Integer.class)
                                            .list())
                            .containsExactlyInAnyOrder(3, 2, 1));
            assertThat(database.sql("select name from entry_name where organisation_id = ?")
                            .param(organisation)
                            .query(String.class)
                            .list())
                    .containsExactly("Phrases");
            assertThat(skills(database)).isEmpty();
            await().untilAsserted(() -> assertThat(database.sql("select count(*) from listener_set_aside")
                            .query(Integer.class)
                            .single())
                    .isZero());
        }
    }

    @Test
    void followsTheLogInTheOldTablesAsFarAsTheyGo() {
        String url = Parts.database("console_with_fewer_columns");
        var source = source(url);
        var database = JdbcClient.create(source);
        migrate(source, "4");
        database.sql("insert into projection_position values ('postroom.configuration', 0, 0)")
                .update();
        database.sql("alter table queue drop column member_agent_ids").update();
        database.sql("drop table canned_response cascade").update();
        database.sql("create table canned_response (nothing text)").update();
        migrate(source, "latest");
        var parts = new ReadModelParts(source);

        parts.prepare("directory");
        Generation old = parts.serving("directory");
        parts.apply(
                old,
                new LogPosition("postroom.configuration", 0, 0),
                Projected.of(Row.of("queue", organisation)
                        .keyed("queue_id", "q1")
                        .with("name", "Support")
                        .with("member_agent_ids", new RowChange.Json("[]"))
                        .put()));

        assertThat(database.sql("select name from queue where member_agent_ids is null")
                        .query(String.class)
                        .list())
                .containsExactly("Support");
        assertThat(database.sql("select html from canned_response")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    private List<String> skills(JdbcClient database) {
        return database.sql("select name from skill where organisation_id = ?")
                .param(organisation)
                .query(String.class)
                .list();
    }

    private DriverManagerDataSource source(String url) {
        return new DriverManagerDataSource(url, "postgres", settings.getRequiredProperty("spring.datasource.password"));
    }

    private static void migrate(DriverManagerDataSource source, String version) {
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/runtime", "classpath:db/migration")
                .target(version)
                .load()
                .migrate();
    }

    private String[] arguments(String url) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.datasource.url=" + url,
                "--logging.structured.format.console="));
        SAME_AS_HERE.forEach(name -> arguments.add("--" + name + "=" + settings.getRequiredProperty(name)));
        return arguments.toArray(String[]::new);
    }

    private LibraryConfigured library() {
        return LibraryConfigured.newBuilder()
                .setOrganisationId(organisation)
                .setLibraryId("l1")
                .setName("Phrases")
                .setChangedBy("ada")
                .setVersion(1)
                .setOccurredAt(Facts.NOW)
                .build();
    }
}
