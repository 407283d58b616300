package org.postroom.console.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.awaitility.Durations.ONE_MINUTE;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_REQUIRES_NEW;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.projection.jdbc.Generations;
import org.postroom.events.configuration.SkillConfigured;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.Parts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Read models that are made anew, and written, while all goes on. */
class RebuildIT extends OpenConsole {

    private final String organisation = Facts.id("acme");
    private final Facts facts = new Facts(organisation, "anna");
    private final HttpClient client = HttpClient.newHttpClient();

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Generations generations;

    @Test
    void answersThroughoutWhileANewGenerationIsFilledUnderLoadAndNeverShowsLessThanBefore() throws Exception {
        facts.arrives(facts.stored("mails/with-attachment.eml"), "Grüße");
        await().until(() -> eventsOnThePage() == 3);
        Generation desk = serving("desk");
        Generation timeline = serving("timeline");
        var shown = new AtomicInteger(3);
        var wrong = new AtomicReference<String>();
        int published = 0;
        try (ScheduledExecutorService visitor = Executors.newSingleThreadScheduledExecutor()) {
            var visits = visitor.scheduleWithFixedDelay(() -> visit(shown, wrong), 0, 40, TimeUnit.MILLISECONDS);
            database.sql("select read_model_rebuild('desk'), read_model_rebuild('timeline')")
                    .query()
                    .listOfRows();
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while ((serving("desk").equals(desk) || serving("timeline").equals(timeline)) && System.nanoTime() < end) {
                facts.offered();
                published++;
            }
            int all = 3 + published;
            await().untilAsserted(() -> assertThat(shown).hasValue(all));
            visits.cancel(false);
        }

        assertThat(wrong).hasNullValue();
        assertThat(serving("desk")).isNotEqualTo(desk);
        assertThat(serving("timeline")).isNotEqualTo(timeline);
        assertThat(published).isPositive();
    }

    @Test
    void givesWayToAPageThatReadsOneViewAfterAnother() {
        Generation desk = serving("desk");
        new TransactionTemplate(transactions).executeWithoutResult(page -> {
            rows("interaction");
            new TransactionTemplate(transactions, new DefaultTransactionDefinition(PROPAGATION_REQUIRES_NEW))
                    .executeWithoutResult(wish -> database.sql("select read_model_rebuild('desk')")
                            .query()
                            .listOfRows());
            // The change has had agent_status, which comes first, and waited for interaction longer than PostgreSQL
            // does
            // before it looks for a deadlock, or it has given both up.
            await().atMost(ONE_MINUTE).until(() -> waiting("interaction", "0s") > 0);
            await().until(() -> waiting("interaction", "0s") == 0 || waiting("interaction", "1.2s") > 0);
            rows("agent_status");
        });
        await().atMost(ONE_MINUTE).until(() -> !serving("desk").equals(desk));
    }

    private void rows(String view) {
        database.sql("select count(*) from " + view).query(Integer.class).single();
    }

    private int waiting(String view, String longerThan) {
        return database.sql("""
                        select count(*) from pg_locks
                        where not granted and relation = ?::regclass and clock_timestamp() - waitstart > ?::interval
                        """).params(view, longerThan).query(Integer.class).single();
    }

    @Test
    void appliesABatchOnceWhoseTransactionIsKilledInTheMiddle() {
        String schema = serving("directory").schema();
        database.sql("create table %s.written (skill_id text)".formatted(schema))
                .update();
        database.sql("""
                        create function %1$s.note() returns trigger language plpgsql as $$ begin
                          insert into %1$s.written values (new.skill_id); return new; end $$
                        """.formatted(schema)).update();
        database.sql("create trigger note before insert on %1$s.skill for each row execute function %1$s.note()"
                        .formatted(schema))
                .update();
        try {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                database.sql("lock table %s.skill in share mode".formatted(schema))
                        .update();
                for (int number = 0; number < 20; number++) {
                    facts.publish(Topics.CONFIGURATION, organisation + "/skill/s" + number, skill("s" + number));
                }
                await().until(() -> killed(schema) > 0);
            });

            await().untilAsserted(() -> assertThat(written(schema)).isEqualTo(20));
            assertThat(database.sql("select count(*) from skill where organisation_id = ?")
                            .param(organisation)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(20);
            assertThat(database.sql("select count(*) from listener_set_aside where entity like ?")
                            .param(organisation + "%")
                            .query(Integer.class)
                            .single())
                    .isZero();
        } finally {
            database.sql("drop trigger note on %s.skill".formatted(schema)).update();
            database.sql("drop table %s.written".formatted(schema)).update();
        }
    }

    private int killed(String schema) {
        return database.sql("""
                        select count(pg_terminate_backend(l.pid)) from pg_locks l
                        where not l.granted and l.relation = ?::regclass and l.pid <> pg_backend_pid()
                        """).param(schema + ".skill").query(Integer.class).single();
    }

    private int written(String schema) {
        return database.sql("select count(*) from %s.written where skill_id like 's%%'".formatted(schema))
                .query(Integer.class)
                .single();
    }

    private void visit(AtomicInteger shown, AtomicReference<String> wrong) {
        try {
            int events = eventsOnThePage();
            if (events < shown.get()) {
                wrong.compareAndSet(null, "showed " + events + " events after " + shown);
            }
            shown.set(events);
        } catch (AssertionError | IOException failed) {
            wrong.compareAndSet(null, String.valueOf(failed.getMessage()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private int eventsOnThePage() throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(
                                "http://localhost:" + port + "/api/interactions/" + facts.interaction + "/timeline"))
                        .header(
                                "Authorization",
                                "Bearer " + Parts.identity().token("anna", organisation, "conversation:email:handle"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 404) {
            return 0;
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().split("\"topic\":", -1).length - 1;
    }

    private SkillConfigured skill(String id) {
        return SkillConfigured.newBuilder()
                .setOrganisationId(organisation)
                .setSkillId(id)
                .setName(id)
                .setChangedBy("ada")
                .setVersion(1)
                .setOccurredAt(Facts.NOW)
                .build();
    }

    private Generation serving(String model) {
        return generations.all().stream()
                .filter(each -> each.model().equals(model) && each.state() == Generation.State.SERVING)
                .findFirst()
                .orElseThrow();
    }
}
