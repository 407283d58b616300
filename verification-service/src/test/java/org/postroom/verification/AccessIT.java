package org.postroom.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.postroom.events.configuration.AgentConfigured;
import org.postroom.events.configuration.RoleConfigured;
import org.postroom.events.standing.OrganisationState;
import org.postroom.schemas.catalogue.Topics;
import org.postroom.testkit.EventLog;
import org.postroom.testkit.Parts;
import org.postroom.testkit.PostroomIT;
import org.postroom.testkit.Standings;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Roles and suspensions that the log tells of take effect here, as in every service that follows it. */
@PostroomIT
@TestPropertySource(properties = "postroom.verification.mail-host=mx.postroom.test")
class AccessIT {

    private static final String ORGANISATION = "access";
    private static final String AGENT_KEY = ORGANISATION + "/agent/grace";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @LocalServerPort
    private int port;

    @Test
    void givesAndTakesPermissionsAsRolesDo() {
        assertThat(ask().statusCode()).isEqualTo(403);

        EventLog.publish(Topics.CONFIGURATION, ORGANISATION, ORGANISATION + "/role/mail", role());
        EventLog.publish(Topics.CONFIGURATION, ORGANISATION, AGENT_KEY, agent());
        awaitStatus(404);

        EventLog.publish(Topics.CONFIGURATION, ORGANISATION, AGENT_KEY, null);
        awaitStatus(403);
    }

    @Test
    void keepsTheUsersOfASuspendedOrganisationOutUntilItIsResumed() {
        EventLog.publish(Topics.CONFIGURATION, ORGANISATION, ORGANISATION + "/role/mail", role());
        EventLog.publish(Topics.CONFIGURATION, ORGANISATION, AGENT_KEY, agent());
        awaitStatus(404);

        Standings.organisation(ORGANISATION, OrganisationState.SUSPENDED);
        awaitStatus(403);
        assertThat(ask().body()).contains("yours is suspended");
        assertThat(ask().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));

        Standings.organisation(ORGANISATION, OrganisationState.ACTIVE);
        awaitStatus(404);
        EventLog.publish(Topics.CONFIGURATION, ORGANISATION, AGENT_KEY, null);
        awaitStatus(403);
    }

    private void awaitStatus(int expected) {
        Awaitility.await().untilAsserted(() -> assertThat(ask().statusCode()).isEqualTo(expected));
    }

    private HttpResponse<String> ask() {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/domains/nothing/verification"))
                .header("Authorization", "Bearer " + Parts.identity().token("grace", ORGANISATION))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new AssertionError("expected an answer", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while asking", interrupted);
        }
    }

    private static RoleConfigured role() {
        return RoleConfigured.newBuilder()
                .setOrganisationId(ORGANISATION)
                .setRoleId("mail")
                .setName("Mail")
                .setPermissions(List.of("routing:email:manage"))
                .setChangedBy("ada")
                .setVersion(1)
                .setOccurredAt(NOW)
                .build();
    }

    private static AgentConfigured agent() {
        return AgentConfigured.newBuilder()
                .setOrganisationId(ORGANISATION)
                .setAgentId("grace")
                .setDisplayName("Grace")
                .setRoleIds(List.of("mail"))
                .setChangedBy("ada")
                .setVersion(1)
                .setOccurredAt(NOW)
                .build();
    }
}
