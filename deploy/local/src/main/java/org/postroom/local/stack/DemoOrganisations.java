package org.postroom.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.postroom.local.http.Json;

/** The two organisations of the demo accounts, made through the API with the operator's token. */
final class DemoOrganisations {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Map<String, String> NAMES = Map.of("acme", "Acme", "globex", "Globex");

    private final Ports ports;

    DemoOrganisations(Ports ports) {
        this.ports = ports;
    }

    void make() throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var token = operatorToken(client);
            for (var organisation : NAMES.entrySet()) {
                make(client, token, organisation.getKey(), organisation.getValue());
            }
        }
    }

    private String operatorToken(HttpClient client) throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString("operator:operator".getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(ports.url(Port.IDENTITY) + "/oauth2/token"))
                .timeout(PATIENCE)
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        return Json.MAPPER.readTree(send(client, request)).path("access_token").asString();
    }

    private void make(HttpClient client, String token, String id, String name)
            throws IOException, InterruptedException {
        var body = Map.of("name", name, "accountName", id, "defaultLanguage", "en", "timeZone", "Europe/Berlin");
        var request = HttpRequest.newBuilder(URI.create(ports.url(Port.DOMAIN) + "/api/organisations/" + id))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(Json.MAPPER.writeValueAsBytes(body)))
                .build();
        send(client, request);
    }

    private static String send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new IOException("Expected " + request.method() + " " + request.uri() + " to succeed, but it answered "
                    + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
