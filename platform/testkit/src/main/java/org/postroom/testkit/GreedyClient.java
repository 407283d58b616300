package org.postroom.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Asks for more than anybody may have. */
public final class GreedyClient {

    private static final int AT_ONCE = 8;

    /** More than the users of one organisation may ask for together at once. */
    private static final int MANY = 4_000;

    /** Fewer than that, so that a slow machine does not make a modest client a greedy one. */
    private static final int FEW = 30;

    private static final int USERS = 10;

    private GreedyClient() {}

    /** Asks one after the other until it is refused, and returns the refusal. */
    public static HttpResponse<String> until429(int most, Callable<HttpResponse<String>> question) throws Exception {
        for (int asked = 0; asked < most; asked++) {
            HttpResponse<String> answer = question.call();
            if (answer.statusCode() == 429) {
                return answer;
            }
        }
        throw new AssertionError("expected a refusal within " + most + " requests, but there was none");
    }

    /**
     * Lets all the users of one organisation ask for more than it may have, and holds the service to answering another's
     * meanwhile.
     *
     * @param path what is read; it must be there for both
     */
    public static void takesNothingFromOthers(int port, String path, String greedy, String modest) throws Exception {
        var over = new AtomicBoolean();
        try (var http = HttpClient.newHttpClient();
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> scripts = new ArrayList<>();
            for (int number = 0; number < AT_ONCE; number++) {
                int script = number;
                scripts.add(clients.submit(() -> hammer(http, port, path, greedy, script)));
            }
            Future<Integer> neighbour = clients.submit(() -> {
                int answers = 0;
                while (!over.get() && answers < FEW) {
                    assertThat(ask(http, port, path, "grace", modest).statusCode())
                            .isEqualTo(200);
                    answers++;
                    Thread.sleep(25);
                }
                return answers;
            });
            for (Future<HttpResponse<String>> script : scripts) {
                HttpResponse<String> refused = script.get();
                assertThat(refused.body()).contains("of your organisation");
                assertThat(refused.headers().firstValue("Retry-After")).isPresent();
                assertThat(refused.headers().firstValue("Content-Type"))
                        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
            }
            over.set(true);
            assertThat(neighbour.get()).isGreaterThan(3);
        }
    }

    private static HttpResponse<String> hammer(HttpClient http, int port, String path, String organisation, int script)
            throws Exception {
        for (int asked = 0; asked < MANY; asked++) {
            HttpResponse<String> answer = ask(http, port, path, "user" + (script + asked) % USERS, organisation);
            if (answer.statusCode() == 429) {
                return answer;
            }
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        throw new AssertionError("expected a refusal within " + MANY + " requests, but there was none");
    }

    private static HttpResponse<String> ask(HttpClient http, int port, String path, String user, String organisation)
            throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + Tokens.of(user, organisation))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    /** Signing a token costs more than answering a request. */
    private static final class Tokens {

        private static final Map<String, String> ALL = new ConcurrentHashMap<>();

        static String of(String user, String organisation) {
            return ALL.computeIfAbsent(
                    user + "@" + organisation,
                    each -> Parts.identity().token(user, organisation, SuspendedOrganisation.allPermissions()));
        }
    }
}
