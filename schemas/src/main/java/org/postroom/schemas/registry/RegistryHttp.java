package org.postroom.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** Requests to the registry: one address after the other, repeated with growing pauses, until one of them answers. */
final class RegistryHttp {

    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RegistrySettings settings;
    private final Pause pause;

    /** The address that answered last, asked first. */
    private volatile int preferred;

    RegistryHttp(RegistrySettings settings, Pause pause) {
        this.settings = settings;
        this.pause = pause;
    }

    JsonNode get(String path) {
        return send("GET", path, null);
    }

    JsonNode post(String path, JsonNode body) {
        return send("POST", path, body);
    }

    JsonNode put(String path, JsonNode body) {
        return send("PUT", path, body);
    }

    private JsonNode send(String method, String path, @Nullable JsonNode body) {
        List<String> failures = new ArrayList<>();
        IOException last = new IOException("not asked");
        for (int round = 0; round <= settings.retries(); round++) {
            if (round > 0) {
                pause.lasting(pauseBefore(round));
            }
            failures.clear();
            int first = preferred;
            for (int i = 0; i < settings.urls().size(); i++) {
                int index = (first + i) % settings.urls().size();
                URI url = settings.urls().get(index);
                try {
                    JsonNode answer = sendOnce(url, method, path, body);
                    preferred = index;
                    return answer;
                } catch (IOException e) {
                    failures.add(url + " " + describe(e));
                    last = e;
                }
            }
        }
        throw unavailable(method, path, failures, last);
    }

    private Duration pauseBefore(int round) {
        Duration grown = settings.firstPause().multipliedBy(1L << Math.min(round - 1, 20));
        return grown.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : grown;
    }

    private JsonNode sendOnce(URI url, String method, String path, @Nullable JsonNode body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(settings.requestTimeout())
                .header("Accept", CONTENT_TYPE + ", application/json")
                .header("Content-Type", CONTENT_TYPE)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.toString()));
        settings.authorization().ifPresent(value -> request.header("Authorization", value));
        try {
            HttpResponse<String> response = Shared.CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return read(url, method, path, response);
        } catch (InterruptedException e) {
            throw new InterruptException("Interrupted while asking the schema registry at " + url, e);
        }
    }

    private static JsonNode read(URI url, String method, String path, HttpResponse<String> response)
            throws IOException {
        int status = response.statusCode();
        if (status >= 500 || status == 429 || status == 408) {
            throw new IOException("answered with status " + status);
        }
        JsonNode answer = parse(response.body());
        if (status >= 400) {
            throw refused(url, method, path, status, answer);
        }
        if (status >= 300 || answer.isMissingNode()) {
            throw new IOException("answered with status " + status + " and no JSON: is this a schema registry?");
        }
        return answer;
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static RegistryRefusedException refused(URI url, String method, String path, int status, JsonNode answer) {
        String cure = status == 401 || status == 403
                ? " Check " + RegistrySettings.CREDENTIALS_SOURCE + " and " + RegistrySettings.USER_INFO + "."
                : "";
        return new RegistryRefusedException(
                "The schema registry at %s refused %s %s with status %d: %s.%s"
                        .formatted(
                                url,
                                method,
                                path,
                                status,
                                answer.path("message").asText("no reason given"),
                                cure),
                status,
                answer.path("error_code").asInt(status));
    }

    private RegistryUnavailableException unavailable(
            String method, String path, List<String> failures, IOException last) {
        return new RegistryUnavailableException(
                "The schema registry did not answer %s %s in %d rounds (%s). Check that it runs and that %s names it."
                        .formatted(
                                method,
                                path,
                                settings.retries() + 1,
                                String.join("; ", failures),
                                RegistrySettings.URL),
                last);
    }

    private static String describe(IOException failure) {
        String message = failure.getMessage();
        return message == null ? failure.getClass().getSimpleName() : message;
    }

    /** One connection pool for all clients of the process; its threads end with it. */
    private static final class Shared {
        static final HttpClient CLIENT = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }
}
