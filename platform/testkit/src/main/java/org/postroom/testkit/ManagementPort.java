package org.postroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a service tells those who run it, and nobody else: its health and its metrics, on a port of their own. */
public final class ManagementPort {

    private final int port;

    private ManagementPort(int port) {
        this.port = port;
    }

    /** The management port of a service on this machine. */
    public static ManagementPort of(int port) {
        return new ManagementPort(port);
    }

    /** Asks whether the service is ready: 200 when it is, 503 when not. */
    public HttpResponse<String> readiness() {
        return ask(port, "/actuator/health/readiness");
    }

    /** What Prometheus reads. */
    public String metrics() {
        HttpResponse<String> answer = ask(port, "/actuator/prometheus");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Asserts that health and metrics are open here, and that the public port has neither for anybody. */
    public void isTheOnlyOneThatTells(int publicPort) {
        for (String path :
                new String[] {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus"}) {
            assertThat(ask(port, path).statusCode()).as(path).isEqualTo(200);
            assertThat(ask(publicPort, path).statusCode())
                    .as("%s on the public port", path)
                    .isIn(302, 401);
        }
        assertThat(ask(publicPort, "/actuator/health").body()).doesNotContain("\"UP\"");
    }

    private static HttpResponse<String> ask(int port, String path) {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new AssertionError("expected an answer at port " + port, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError("expected an answer in time at port " + port, stopped);
        }
    }
}
