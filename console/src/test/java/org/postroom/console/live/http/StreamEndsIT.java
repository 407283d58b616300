package org.postroom.console.live.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.signin.Visit;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.RoleConfigured;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.SuspendedOrganisation;

/** A stream is over within seconds once its ground is gone, although nothing happens that it would tell of. */
class StreamEndsIT extends OpenConsole {

    private static final String HANDLE = "conversation:email:handle";
    private static final Duration SECONDS = Duration.ofSeconds(8);
    private static final int STREAMS_OF_A_USER = 20;

    private final String organisation = Facts.id("acme");

    @Test
    void withTheSignOut() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        Stream desk = open(anna);

        anna.send(
                "POST",
                "/logout",
                anna.page("/desk").select("input[name=_csrf]").attr("value"));

        desk.isToldToEnd();
        assertThat(anna.get("/live/desk").statusCode()).isEqualTo(204);
    }

    @Test
    void withTheSuspensionOfTheOrganisation() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        Stream desk = open(anna);

        SuspendedOrganisation.suspend(organisation);

        desk.isToldToEnd();
    }

    @Test
    void withTheRoleThatGaveThePermission() {
        Visit anna = Visit.of(port, "anna", organisation);
        role(HANDLE);
        agent("agents");
        await().until(() -> anna.get("/desk").statusCode() == 200);
        Stream desk = open(anna);

        agent();

        desk.isToldToEnd();
        assertThat(anna.get("/desk").statusCode()).isEqualTo(403);
    }

    @Test
    void withTheTwentyFirstThatTheUserOpens() {
        Visit anna = Visit.of(port, "anna", organisation, HANDLE);
        Stream first = open(anna);
        List<Stream> others = new ArrayList<>();
        for (int more = 1; more < STREAMS_OF_A_USER; more++) {
            others.add(open(anna));
        }
        assertThat(first.over()).isFalse();

        Stream newest = open(anna);

        first.isToldToEnd();
        assertThat(newest.over()).isFalse();
        assertThat(others).noneMatch(Stream::over);
    }

    private void role(String... permissions) {
        EventLog.publish(
                Topics.CONFIGURATION,
                organisation + "/role/agents",
                RoleConfigured.newBuilder()
                        .setOrganisationId(organisation)
                        .setRoleId("agents")
                        .setName("Agents")
                        .setPermissions(List.of(permissions))
                        .setChangedBy("ada")
                        .setVersion(1)
                        .setOccurredAt(Instant.now())
                        .build());
    }

    private void agent(String... roles) {
        EventLog.publish(
                Topics.CONFIGURATION,
                organisation + "/agent/anna",
                AgentConfigured.newBuilder()
                        .setOrganisationId(organisation)
                        .setAgentId("anna")
                        .setDisplayName("Anna")
                        .setRoleIds(List.of(roles))
                        .setChangedBy("ada")
                        .setVersion(1)
                        .setOccurredAt(Instant.now())
                        .build());
    }

    private static Stream open(Visit visit) {
        var stream = new Stream(new ConcurrentLinkedQueue<>(), new ConcurrentLinkedQueue<>());
        Thread.ofVirtual().start(() -> {
            visit.stream("/live/desk").forEach(stream.heard()::add);
            stream.ends().add("end");
        });
        await().until(() -> stream.heard().contains("event:change"));
        return stream;
    }

    /** What was heard of a stream, and its end. */
    private record Stream(Queue<String> heard, Queue<String> ends) {

        boolean over() {
            return !ends.isEmpty();
        }

        void isToldToEnd() {
            await().atMost(SECONDS).until(this::over);
            assertThat(heard).contains("event:ended");
        }
    }
}
