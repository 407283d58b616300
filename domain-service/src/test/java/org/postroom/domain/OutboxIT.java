package org.postroom.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postroom.domain.agent.Agent;
import org.postroom.domain.agent.Agent.EmailCapacity;
import org.postroom.domain.content.CannedResponse;
import org.postroom.domain.content.Content;
import org.postroom.domain.content.Library;
import org.postroom.domain.content.Signature;
import org.postroom.domain.content.Substitution;
import org.postroom.domain.directory.Entry;
import org.postroom.domain.directory.EntryPublisher;
import org.postroom.domain.directory.Id;
import org.postroom.domain.directory.LanguageTag;
import org.postroom.domain.directory.Name;
import org.postroom.domain.flow.Definition;
import org.postroom.domain.flow.Flow;
import org.postroom.domain.flow.Flow.VersionedDefinition;
import org.postroom.domain.queue.AfterCallWork;
import org.postroom.domain.queue.Queue;
import org.postroom.domain.queue.Queue.EvaluationMethod;
import org.postroom.domain.queue.ServiceLevel;
import org.postroom.domain.queue.WrapUpCode;
import org.postroom.domain.role.Role;
import org.postroom.domain.schedule.ExceptionalDay;
import org.postroom.domain.schedule.Hours;
import org.postroom.domain.schedule.OpeningHours;
import org.postroom.domain.schedule.Schedule;
import org.postroom.domain.skill.Proficiency;
import org.postroom.domain.skill.RatedSkill;
import org.postroom.domain.skill.Skill;
import org.postroom.flow.Mention;
import org.postroom.flow.NamedKind;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.ManagementPort;
import org.postroom.testkit.PostroomIT;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** No organisation's administrator, by mistake or by intent, keeps events of others from the log. */
@PostroomIT
class OutboxIT {

    private static final int LARGEST_EVENT = 1_000_000;
    private static final long RELAY_LOCK = 0x506F7374726F6F6DL;
    private static final String CONFIGURATION = "postroom.configuration";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private EntryPublisher<Agent> agents;

    @Autowired
    private EntryPublisher<Queue> queues;

    @Autowired
    private EntryPublisher<Schedule> schedules;

    @Autowired
    private EntryPublisher<CannedResponse> cannedResponses;

    @Autowired
    private EntryPublisher<Signature> signatures;

    @Autowired
    private EntryPublisher<Flow> flows;

    @Test
    void refusesAListThatIsTooLongByItsField() {
        Api ada = Api.newOrganisation(port, "outbox-lists");
        List<String> tags =
                IntStream.range(0, 40_000).mapToObj("de-x-%08d"::formatted).toList();

        ada.put("/api/agents/grace", Map.of("displayName", "Grace", "languages", tags))
                .refuses("languages", "at most 1000 elements, but got 40000");
        ada.put(
                        "/api/agents/grace",
                        Map.of("displayName", "Grace", "languages", List.of("de-x" + "-aaaaaaaa".repeat(9))))
                .refuses("languages[0]", "at most 64 characters");
    }

    @Test
    void setsAsideWhatCannotBePublishedAndGivesItBack() {
        String broken = "outbox-broken/agent/grace";
        add("outbox-broken", broken, 1_600_000);
        add("outbox-broken", broken, 10);
        add("outbox-broken", "outbox-broken/agent/other", 10);
        Api ada = Api.newOrganisation(port, "outbox-well");
        String skill =
                ada.post("/api/skills", Map.of("name", "Billing")).has(201).id();

        Awaitility.await().until(() -> setAside(broken), rows -> rows == 2);
        Awaitility.await().until(() -> published().contains("outbox-well/skill/" + skill));
        assertThat(reasons(broken))
                .anyMatch(reason -> reason.contains("RecordTooLarge"))
                .anyMatch(reason -> reason.contains("earlier event"));
        Awaitility.await()
                .until(
                        () -> ManagementPort.of(managementPort).metrics(),
                        metrics -> metrics.lines()
                                .anyMatch(
                                        line -> line.startsWith("postroom_outbox_set_aside") && line.endsWith(" 2.0")));

        database.sql("delete from outbox_set_aside where record_key = ? and octet_length(payload) > 1000000")
                .param(broken)
                .update();
        long given = database.sql("select outbox_give_back(?, ?)")
                .params(CONFIGURATION, broken)
                .query(Long.class)
                .single();

        assertThat(given).isEqualTo(1);
        Awaitility.await().until(() -> waiting(broken), rows -> rows == 0);
        assertThat(setAside(broken)).isZero();
    }

    @Test
    void isNotReadyWhileAnEventHasWaitedTooLong() {
        ManagementPort management = ManagementPort.of(managementPort);
        new TransactionTemplate(transactions).executeWithoutResult(relayIsHeld -> {
            database.sql("select 1 from (select pg_advisory_xact_lock(?)) held")
                    .param(RELAY_LOCK)
                    .query(Integer.class)
                    .single();
            var apart = new TransactionTemplate(transactions);
            apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            apart.executeWithoutResult(committed -> {
                add("outbox-old", "outbox-old/agent/grace", 0);
                database.sql(
                                "update outbox set added_at = now() - interval '3 minutes' where organisation_id = 'outbox-old'")
                        .update();
            });

            var ready = management.readiness();

            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(new Api.Answer(ready.statusCode(), ready.body())
                            .json()
                            .at("/components/outbox/status")
                            .asString())
                    .isEqualTo("OUT_OF_SERVICE");
        });
        Awaitility.await().until(() -> management.readiness().statusCode(), status -> status == 200);
    }

    @Test
    void hasRoomForTheLargestEntryOfEachKind() {
        assertThat(octets(agents, largestAgent())).isBetween(100_000, LARGEST_EVENT / 2);
        assertThat(octets(queues, largestQueue())).isBetween(300_000, LARGEST_EVENT / 2);
        assertThat(octets(schedules, largestSchedule())).isBetween(400_000, LARGEST_EVENT * 3 / 4);
        assertThat(octets(cannedResponses, new CannedResponse(name(), new Id<Library>(id(1)), largestContent())))
                .isBetween(300_000, LARGEST_EVENT * 3 / 4);
        assertThat(octets(signatures, new Signature(name(), new Id<Library>(id(1)), largestContent())))
                .isBetween(300_000, LARGEST_EVENT * 3 / 4);
        assertThat(octets(flows, largestFlow())).isBetween(60_000, LARGEST_EVENT / 2);
    }

    private static Agent largestAgent() {
        return new Agent(
                name(),
                EmailCapacity.ONE,
                many(1000, number -> new RatedSkill(new Id<Skill>(id(number)), new Proficiency(5))),
                many(1000, number -> new LanguageTag("de-x-" + "aaaaaaaa-".repeat(5) + "%08d".formatted(number))),
                many(1000, number -> new Id<Role>(id(number))),
                true);
    }

    private static Queue largestQueue() {
        return new Queue(
                name(),
                many(Queue.MOST_MEMBERS, number -> new Id<Agent>(id(number))),
                Queue.AlertingTimeout.DEFAULT,
                EvaluationMethod.ALL_SKILLS,
                many(1000, number -> new Id<WrapUpCode>(id(number))),
                ServiceLevel.DEFAULT,
                AfterCallWork.OPTIONAL,
                new Id<Signature>(id(1)));
    }

    private static Schedule largestSchedule() {
        List<Hours> day = many(Hours.MOST_OF_A_DAY, hour -> new Hours(hour * 60, hour * 60 + 59));
        List<OpeningHours> week = Arrays.stream(DayOfWeek.values())
                .flatMap(weekday -> day.stream().map(hours -> new OpeningHours(weekday, hours)))
                .toList();
        return new Schedule(
                name(),
                ZoneOffset.UTC,
                week,
                many(1000, number -> new ExceptionalDay(LocalDate.EPOCH.plusDays(number), name(), day)));
    }

    private static Content largestContent() {
        String text = "\u20ac".repeat(500);
        return new Content(
                "\u20ac".repeat(20_000),
                "\u20ac".repeat(20_000),
                many(100, number -> new Substitution("a".repeat(60) + "%04d".formatted(number), text, text)));
    }

    private static Flow largestFlow() {
        var definition = new VersionedDefinition(
                1,
                new Definition(
                        "a".repeat(64 * 1024),
                        many(100, number -> new Mention(NamedKind.QUEUE, "\ud83d\udce7".repeat(100), id(number)))));
        return new Flow(name(), new Id<Queue>(id(1)), definition, definition);
    }

    private static Name name() {
        return new Name("\ud83d\udce7".repeat(100));
    }

    private static String id(int number) {
        return "i".repeat(120) + "%08d".formatted(number);
    }

    private static <T> List<T> many(int number, IntFunction<T> each) {
        return IntStream.range(0, number).mapToObj(each).toList();
    }

    private <T> int octets(EntryPublisher<T> publisher, T value) {
        return Collections.max(new TransactionTemplate(transactions).execute(status -> {
            publisher.changed("largest", new Entry<>(id(0), 1, value, "ada", Instant.EPOCH));
            status.setRollbackOnly();
            return database.sql("select octet_length(payload) from outbox where organisation_id = 'largest'")
                    .query(Integer.class)
                    .list();
        }));
    }

    private void add(String organisation, String key, int octets) {
        database.sql("""
                        insert into outbox (topic, organisation_id, record_key, payload, headers)
                        values (?, ?, ?, ?, '{"ce_id": "x"}')
                        """)
                .params(CONFIGURATION, organisation, key, octets < 1000 ? null : new byte[octets])
                .update();
    }

    private long setAside(String key) {
        return database.sql("select count(*) from outbox_set_aside where record_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private long waiting(String key) {
        return database.sql("select count(*) from outbox where record_key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }

    private List<String> reasons(String key) {
        return database.sql("select reason from outbox_set_aside where record_key = ? order by id")
                .param(key)
                .query(String.class)
                .list();
    }

    private static Set<String> published() {
        return EventLog.of(Topics.CONFIGURATION).records().stream()
                .map(entry -> entry.key())
                .collect(Collectors.toSet());
    }
}
