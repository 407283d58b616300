package org.postroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@PostroomIT
class ResourceServerIT {

    @LocalServerPort
    private int port;

    @Test
    void refusesARequestWithoutATokenAsAProblem() throws Exception {
        var answer = get("/api/whoami", null);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(this::isProblem);
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
    void showsHealthAndMetricsWithoutAToken() throws Exception {
        assertThat(get("/actuator/health/liveness", null).statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness", null).body())
                .contains("\"UP\"", "PostgreSQL")
                .as("the check of the database that has no bound")
                .doesNotContain("validationQuery");
        assertThat(get("/actuator/prometheus", null).body()).contains("jvm_memory_used_bytes");
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
