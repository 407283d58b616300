package org.postroom.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.http.Answer;
import org.postroom.local.http.HttpApi;
import org.postroom.local.stack.Port;
import org.postroom.local.stack.Ports;
import org.postroom.local.stack.StackOptions;

class FailureTest {

    private final Ports ports = Ports.free();
    private final StackAddresses stack =
            StackOptions.of(Path.of("unused"), ports).addresses();
    private final Failure failure = new Failure(stack);

    @Test
    void namesTheServiceThatDoesNotAnswer() {
        var obstacle = failure.of(askDomainService());

        assertThat(obstacle.why()).isEqualTo("domain-service does not answer.");
        assertThat(obstacle.cures()).singleElement().asString().contains("./postroom logs domain-service");
    }

    @Test
    void saysWhatTheServiceRefusesInItsOwnWords() throws Exception {
        var refused =
                answered(409, Map.of("detail", "expected fewer than 2 domains in your organisation, but it has 2"));

        assertThat(refused.why())
                .isEqualTo("domain-service refuses what the demonstration asks:"
                        + " expected fewer than 2 domains in your organisation, but it has 2.");
        assertThat(refused.cures()).singleElement().asString().contains("signed in as ada");
    }

    @Test
    void namesTheFieldsThatAreRefused() throws Exception {
        var refused = answered(
                422, Map.of("errors", List.of(Map.of("field", "queueId", "rule", "expected a queue, but got none"))));

        assertThat(refused.why()).endsWith("asks: queueId: expected a queue, but got none.");
    }

    @Test
    void saysHowASuspendedOrganisationIsResumed() throws Exception {
        var refused = answered(403, Map.of("detail", "expected an organisation in use, but yours is suspended"));

        assertThat(refused.cures()).singleElement().asString().contains("./postroom organisation resume acme");
    }

    @Test
    void pointsToTheLogsOfAServiceThatFailed() throws Exception {
        var failed = answered(500, Map.of());

        assertThat(failed.why()).isEqualTo("domain-service could not do what it was asked, with status 500.");
        assertThat(failed.cures()).singleElement().asString().contains("./postroom logs domain-service");
    }

    @Test
    void saysThatAnAccountIsNotKnown() {
        assertThat(Failure.signInRefused("dana").why())
                .contains("does not know the account dana, or not with the password postroom");
    }

    @Test
    void namesTheBrokerAndTheRegistry() {
        assertThat(failure.of(new TimeoutException("Timeout expired while fetching topic metadata"))
                        .why())
                .isEqualTo("kafka does not answer.");
        assertThat(failure.of(new SerializationException("Error retrieving schema"))
                        .why())
                .isEqualTo("schema-registry does not answer.");
    }

    @Test
    void saysWhereItStoppedAndHidesWhatIsForMaintainers() {
        var narrator = new Narrator(new PrintWriter(new StringWriter()));
        narrator.step("Dana accepts.");

        var stopped = new DemoStoppedException(
                narrator.where(), failure.of(new IOException("HTTP/1.1 header parser received no bytes")));

        assertThat(stopped)
                .hasMessageStartingWith("The demonstration stopped at step 1, “Dana accepts”.\n  Why: ")
                .hasMessageContaining("\n  What to do: See whether all parts are ready: ./postroom status")
                .hasMessageNotContaining("HTTP/1.1")
                .hasRootCauseMessage("HTTP/1.1 header parser received no bytes");
    }

    private Obstacle answered(int status, Map<String, Object> problem) throws IOException {
        try (var _ = HttpApi.routes()
                .on("GET", "/api/domains", call -> Answer.json(status, problem))
                .start(ports.of(Port.DOMAIN))) {
            return failure.of(askDomainService());
        }
    }

    private IOException askDomainService() {
        return catchThrowableOfType(
                IOException.class, () -> ApiClient.anonymous().get(stack.domain(), "/api/domains"));
    }
}
