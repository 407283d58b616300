package org.postroom.console.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.projection.jdbc.Generations;
import org.postroom.console.projection.jdbc.ReadModels;
import org.postroom.events.configuration.SkillConfigured;
import org.postroom.events.domain.OrganisationRemoved;
import org.postroom.local.readmodels.ConsoleReadModels;
import org.postroom.local.readmodels.ReadModelStatus;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.Parts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

class ProjectionIT extends OpenConsole {

    private final String organisation = Facts.id("acme");
    private final Facts facts = new Facts(organisation, "anna");

    @Autowired
    private JdbcClient database;

    @Autowired
    private ReadModels readModels;

    @Autowired
    private Generations generations;

    @Autowired
    private MeterRegistry metrics;

    @Value("${spring.datasource.url}")
    private String address;

    @Value("${spring.datasource.password}")
    private String password;

    @Test
    void makesOneReadModelAgainFromTheLogAndLeavesTheOthersAlone() {
        wholeStory();
        List<Map<String, Object>> before = interaction();

        Generation replaced = serving("desk");
        List<Generation> others = List.of(serving("directory"), serving("timeline"));
        database.sql("insert into %s.interaction (organisation_id, interaction_id) values (?, 'in no log')"
                        .formatted(replaced.schema()))
                .param(organisation)
                .update();
        assertThat(interaction()).hasSize(before.size() + 1);
        var asOperator = new ConsoleReadModels(address, "postgres", password);
        assertThat(asOperator.rebuild("desk")).hasValue(replaced.number());
        assertThat(asOperator.rebuild("none")).isEmpty();

        await().until(() -> !serving("desk").equals(replaced));
        assertThat(interaction()).isEqualTo(before);
        assertThat(List.of(serving("directory"), serving("timeline"))).isEqualTo(others);
        await().until(() -> !generations.all().stream().anyMatch(each -> each.state() == Generation.State.RETIRED));
        assertThat(asOperator.status())
                .filteredOn(ReadModelStatus::serves)
                .extracting(ReadModelStatus::model)
                .containsExactly("desk", "directory", "timeline");
        assertThat(database.sql("select count(*) from information_schema.schemata where schema_name = ?")
                        .param(replaced.schema())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void appliesAnEventOnceHoweverOftenItIsDelivered() {
        var position = new LogPosition(Facts.id("topic"), 0, 7);
        apply("directory", position, named("first"));
        apply("directory", position, named("again"));

        assertThat(name()).isEqualTo("first");
        assertThat(readModels.places(serving("directory"))).contains(new LogPosition(position.topic(), 0, 8));

        apply("directory", new LogPosition(position.topic(), 0, 8), named("next"));
        assertThat(name()).isEqualTo("next");
    }

    @Test
    void writesWhatTheDatabaseWouldRefuse() {
        Map<String, Object> key = Map.of("topic", Facts.id("topic"), "partition", 0, "log_offset", 1L);
        Map<String, Object> values = Map.of(
                "organisation_id",
                organisation,
                "event",
                "ReplyFailed",
                "occurred_at",
                Facts.NOW,
                "details",
                new RowChange.Json("{\"words\": \"a\\u0000b\"}"));

        apply(
                "timeline",
                new LogPosition(Facts.id("topic"), 0, 1),
                Projected.of(new RowChange.Put("timeline", key, values)));
        apply("directory", new LogPosition(Facts.id("topic"), 0, 1), named("no\0body \uD83D"));

        assertThat(name()).isEqualTo("no\uFFFDbody \uFFFD");
        assertThat(database.sql("select details ->> 'words' from timeline where organisation_id = ?")
                        .param(organisation)
                        .query(String.class)
                        .single())
                .isEqualTo("a\uFFFDb");
    }

    @Test
    void tellsTheStoryOfAnInteractionWithEachEventsPlaceInTheLog() throws Exception {
        wholeStory();

        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/interactions/"
                                        + facts.interaction + "/timeline"))
                                .header(
                                        "Authorization",
                                        "Bearer "
                                                + Parts.identity()
                                                        .token("anna", organisation, "conversation:email:handle"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .containsSubsequence(
                        "\"EmailReceived\"",
                        "\"InteractionOffered\"",
                        "\"InteractionAccepted\"",
                        "\"ReplyRequested\"",
                        "\"ReplyComposed\"",
                        "\"ReplySent\"",
                        "\"InteractionClosed\"")
                .contains("\"topic\":\"postroom.email-events\"", "\"partition\":", "\"offset\":");
    }

    @Test
    void keepsNothingOfARemovedOrganisationHoweverLateItsEventsCome() {
        wholeStory();

        facts.publish(
                Topics.DOMAIN_EVENTS,
                OrganisationRemoved.newBuilder()
                        .setOrganisationId(organisation)
                        .setRemovedBy("operator")
                        .setOccurredAt(Facts.NOW)
                        .build());

        await().untilAsserted(() -> assertThat(interaction()).isEmpty());
        await().untilAsserted(() -> assertThat(
                        database.sql("select count(*) from read_model_removed_organisation where organisation_id = ?")
                                .param(organisation)
                                .query(Integer.class)
                                .single())
                .isEqualTo(3));
        apply("directory", new LogPosition(Facts.id("topic"), 0, 0), named("too late"));
        assertThat(database.sql("select count(*) from skill where organisation_id = ?")
                        .param(organisation)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void appliesWhatWasSetAsideOnceItIsGivenBack() {
        String skills = serving("directory").schema() + ".skill";
        database.sql("alter table " + skills + " add constraint no_mending check (name <> 'Mending')")
                .update();
        try {
            facts.publish(Topics.CONFIGURATION, organisation + "/skill/mending", skill("mending", "Mending"));
            facts.publish(Topics.CONFIGURATION, organisation + "/skill/sewing", skill("sewing", "Sewing"));
            await().untilAsserted(() -> assertThat(skills()).containsExactly("Sewing"));
            await().until(() -> setAside() == 1);
            facts.publish(Topics.CONFIGURATION, organisation + "/skill/mending", skill("mending", "Mending it"));
            await().until(() -> setAside() == 2);
            assertThat(skills()).containsExactly("Sewing");
        } finally {
            database.sql("alter table " + skills + " drop constraint no_mending")
                    .update();
        }

        database.sql("select listener_retry(min(id)) from listener_set_aside where entity = ?")
                .param(organisation + "/skill/mending")
                .query(Long.class)
                .single();

        await().untilAsserted(() -> assertThat(skills()).containsExactly("Mending it", "Sewing"));
        await().until(() -> setAside() == 0);
    }

    @Test
    void tellsHowFarEachReadModelIs() {
        for (String model : List.of("directory", "desk", "timeline")) {
            await().untilAsserted(() -> assertThat(metrics.get("postroom.projection.behind")
                            .tag("model", model)
                            .gauge()
                            .value())
                    .isGreaterThanOrEqualTo(0));
        }
        await().untilAsserted(() -> assertThat(HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create("http://localhost:" + managementPort + "/actuator/health"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body())
                .contains("\"desk\":\"0 records behind\"", "\"timeline\":\"0 records behind\""));
    }

    private Generation serving(String model) {
        return generations.all().stream()
                .filter(each -> each.model().equals(model) && each.state() == Generation.State.SERVING)
                .findFirst()
                .orElseThrow();
    }

    private void apply(String model, LogPosition position, Projected projected) {
        readModels.apply(serving(model), List.of(new Step(position, projected)), News.CHANGES);
    }

    private SkillConfigured skill(String id, String name) {
        return SkillConfigured.newBuilder()
                .setOrganisationId(organisation)
                .setSkillId(id)
                .setName(name)
                .setChangedBy("ada")
                .setVersion(1)
                .setOccurredAt(Facts.NOW)
                .build();
    }

    private List<String> skills() {
        return database.sql("select name from skill where organisation_id = ? order by name")
                .param(organisation)
                .query(String.class)
                .list();
    }

    private int setAside() {
        return database.sql("select count(*) from listener_set_aside where entity = ?")
                .param(organisation + "/skill/mending")
                .query(Integer.class)
                .single();
    }

    private void wholeStory() {
        var mail = facts.stored("mails/with-attachment.eml");
        facts.arrives(mail, "Grüße")
                .offered()
                .accepted()
                .replies(mail)
                .composed(mail)
                .sent();
        await().untilAsserted(() -> assertThat(interaction())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("state", "CLOSED")
                        .containsEntry("reply_state", "SENT")
                        .containsEntry("mail_subject", "Grüße")));
    }

    private List<Map<String, Object>> interaction() {
        return database.sql("""
                        select i.*, r.state as reply_state, e.subject as mail_subject from interaction i
                        left join reply r on r.interaction_id = i.interaction_id
                        left join email e on e.interaction_id = i.interaction_id
                        where i.organisation_id = ?
                        """).param(organisation).query().listOfRows();
    }

    private Projected named(String name) {
        return Projected.of(Row.of("skill", organisation)
                .keyed("skill_id", "s1")
                .with("name", name)
                .put());
    }

    private String name() {
        return database.sql("select name from skill where organisation_id = ?")
                .param(organisation)
                .query(String.class)
                .single();
    }
}
