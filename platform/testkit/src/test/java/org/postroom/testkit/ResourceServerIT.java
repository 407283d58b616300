package org.postroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

@PostroomIT
class ResourceServerIT {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Test
    void refusesARequestWithoutATokenAsAProblem() throws Exception {
        var answer = get("/api/whoami", null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(this::isProblem);
    }

    @Test
    void refusesTokensThatAreNotMeantForPostroomOrNotSigned() throws Exception {
        var identity = Parts.identity();
        for (String token : List.of(
                identity.draft("anna", "acme").audience("billing").signed(),
                identity.draft("anna", "acme").unsigned(),
                identity.draft("anna", "acme").signedWithThePublicKeyAsASecret(),
                identity.draft("anna", "acme").endedSince(Duration.ofMinutes(1)).signed())) {
            var answer = get("/api/whoami", token);

            assertThat(answer.statusCode()).as(token).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(this::isProblem);
        }
    }

    @Test
    void handsTheTokensUserAndOrganisationToTheController() throws Exception {
        var answer = get("/api/whoami", Parts.identity().token("anna", "acme"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"anna\"").contains("\"acme\"");
    }

    @Test
    void refusesAnOrganisationsResourceToTheOperator() throws Exception {
        var answer = get("/api/whoami", Parts.identity().operatorToken());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(this::isProblem);
    }

    @Test
    void refusesAUserWithoutThePermission() throws Exception {
        assertThat(get("/api/guarded", Parts.identity().token("anna", "acme")).statusCode())
                .isEqualTo(403);
        assertThat(get("/api/guarded", Parts.identity().token("anna", "acme", "things:see"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void namesTheFieldAndTheRuleOfABadRequest() throws Exception {
        var answer = get("/api/things/bad", Parts.identity().token("anna", "acme"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("\"field\":\"id\"").contains("expected a thing's identifier, but got bad");
    }

    @Test
    void saysThatAThingDoesNotExist() throws Exception {
        var answer = get("/api/things/7", Parts.identity().token("anna", "acme"));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(this::isProblem);
    }

    @Test
    void showsHealthAndMetricsOnThePortOfThoseWhoRunTheServiceAlone() throws Exception {
        var management = ManagementPort.of(managementPort);

        management.isTheOnlyOneThatTells(port);
        assertThat(management.readiness().body())
                .contains("\"UP\"", "PostgreSQL")
                .as("the check of the database that has no bound")
                .doesNotContain("validationQuery");
        assertThat(management.metrics()).contains("jvm_memory_used_bytes");
        assertThat(get("/actuator/prometheus", Parts.identity().token("anna", "acme"))
                        .statusCode())
                .as("even with a token")
                .isEqualTo(404);
    }

    @Test
    void listensOnTheLoopbackAddressUnlessToldOtherwise() throws Exception {
        var others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address instanceof Inet4Address)
                .toList();
        assumeThat(others).as("another address of this machine").isNotEmpty();

        for (int listening : new int[] {port, managementPort}) {
            assertThatThrownBy(() -> {
                        try (var socket = new Socket()) {
                            socket.connect(new InetSocketAddress(others.getFirst(), listening), 2000);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    private void isProblem(String contentType) {
        assertThat(contentType).startsWith("application/problem+json");
    }

    private HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
