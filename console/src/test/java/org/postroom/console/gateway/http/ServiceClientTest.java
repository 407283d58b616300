package org.postroom.console.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.runtime.problem.UnavailableException;
import org.springframework.web.client.RestClient;

class ServiceClientTest {

    private final CountDownLatch impatientGaveUp = new CountDownLatch(1);
    private HttpServer slow;

    @BeforeEach
    void start() throws IOException {
        slow = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        slow.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        slow.createContext("/", exchange -> {
            try (exchange) {
                impatientGaveUp.await();
                exchange.getResponseHeaders().add("Content-Type", "text/plain");
                exchange.sendResponseHeaders(200, 0);
                exchange.getResponseBody().write("late".getBytes(StandardCharsets.UTF_8));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        slow.start();
    }

    @AfterEach
    void stop() {
        slow.stop(0);
    }

    @Test
    void waitsLongerWhereAnotherServerIsWaitedFor() {
        URI address = URI.create("http://localhost:" + slow.getAddress().getPort());
        var settings = new ServiceSettings(
                address, address, address, address, address, Duration.ofMillis(200), Duration.ofMinutes(1));
        var client = ServiceClient.of("slow-service", address, settings, RestClient.builder());

        var patient = CompletableFuture.supplyAsync(() -> client.patient().get(String.class, "/"));
        assertThatThrownBy(() -> client.get(String.class, "/")).isInstanceOf(UnavailableException.class);
        impatientGaveUp.countDown();

        assertThat(patient.join()).isEqualTo("late");
    }
}
