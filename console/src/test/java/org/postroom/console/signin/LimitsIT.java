package org.postroom.console.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.testkit.GreedyClient;

/** No visitor takes the console from the others, and what is refused says so to people. */
class LimitsIT extends OpenConsole {

    private static final int MANY = 5_000;

    private final String organisation = Facts.id("acme");

    @Test
    void showsAVisitorWhoAsksTooOftenAPageThatSaysSoAndNobodyElse() throws Exception {
        Visit greedy = Visit.of(port, "greedy", organisation, "routing:supervise");
        Visit anna = Visit.of(port, "anna", organisation, "routing:supervise");

        HttpResponse<String> refused = GreedyClient.until429(MANY, () -> greedy.read("/nowhere", "text/html"));

        assertThat(refused.body()).contains("That was too much at once");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(anna.get("/supervision").statusCode()).isEqualTo(200);
        await().until(() -> greedy.get("/supervision").statusCode() == 200);
    }

    @Test
    void refusesSignInsFromOneAddressAndNoOther() throws Exception {
        HttpResponse<String> refused = GreedyClient.until429(MANY, () -> signIn("203.0.113.7"));

        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(signIn("203.0.113.8").statusCode()).isEqualTo(302);
    }

    @Test
    void refusesAFormThatIsTooLarge() {
        Visit anna = Visit.of(port, "anna", organisation, "directory:manage");

        var refused = anna.post("/", "/administration/skills", Map.of("name", "x".repeat(2_100_000)));

        assertThat(refused.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesAFormThatDoesNotSayHowLargeItIs() {
        Visit anna = Visit.of(port, "anna", organisation, "directory:manage");

        assertThat(anna.postChunked("/", "/administration/skills", "name=" + "x".repeat(2_100_000))
                        .statusCode())
                .isEqualTo(413);
        assertThat(anna.postChunked("/", "/logout", "a=b").statusCode()).isNotEqualTo(403);
        assertThat(anna.get("/live/desk").statusCode()).isEqualTo(204);
    }

    private HttpResponse<String> signIn(String from) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/authorization/postroom"))
                            .header("X-Forwarded-For", from)
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }
}
