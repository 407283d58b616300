package org.postroom.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.testkit.ManagementPort;
import org.postroom.testkit.Parts;

class SignInIT extends OpenConsole {

    private final HttpClient stranger = HttpClient.newHttpClient();

    @Test
    void sendsABrowserWithoutASessionToTheIdentityProviderWithAProofKey() throws Exception {
        assertThat(get("/desk").headers().firstValue("Location").orElseThrow())
                .endsWith("/oauth2/authorization/postroom");
        assertThat(get("/oauth2/authorization/postroom")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .startsWith(IdentityProvider.running().issuer() + "/authorize?")
                .contains("code_challenge=", "code_challenge_method=S256", "scope=openid");
    }

    @Test
    void showsHealthAndMetricsOnlyToThoseWhoRunIt() {
        ManagementPort.of(managementPort).isTheOnlyOneThatTells(port);
    }

    @Test
    void opensAssetsToAll() throws Exception {
        for (String path : new String[] {
            "/assets/console.js",
            "/webjars/htmx.org/dist/htmx.min.js",
            "/webjars/tabler__core/dist/libs/hugerte/hugerte.min.js"
        }) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void allowsScriptsFromItsOwnFilesOnly() {
        Visit anna = Visit.of(port, "anna", Facts.id("acme"), Permissions.HANDLE_EMAIL);

        HttpResponse<byte[]> desk = anna.get("/desk");

        assertThat(desk.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "script-src 'self';", "object-src 'none'", "base-uri 'none'");
        assertThat(anna.page("/desk").select("script:not([src])")).isEmpty();
    }

    @Test
    void shutsPagesThatThePermissionsDoNotOpen() {
        Visit anna = Visit.of(port, "anna", Facts.id("acme"), Permissions.HANDLE_EMAIL);

        for (String path : new String[] {
            "/administration/domains", "/administration/queues", "/supervision", "/live/queues", "/live/domains/d1"
        }) {
            assertThat(anna.get(path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void refusesAFormWithoutTheTokenOfItsPage() {
        Visit anna = Visit.of(port, "anna", Facts.id("acme"), Permissions.HANDLE_EMAIL);

        assertThat(anna.post("/assets/console.js", "/desk/status", Map.of("onQueue", "true"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void asksTheApiForATokenWithPermission() throws Exception {
        assertThat(api("none").statusCode()).isEqualTo(401);
        assertThat(api(Parts.identity()
                                .draft("anna", "acme", Permissions.HANDLE_EMAIL)
                                .audience("billing")
                                .signed())
                        .statusCode())
                .isEqualTo(401);
        assertThat(api(Parts.identity().token("anna", "acme")).statusCode()).isEqualTo(403);
        assertThat(api(Parts.identity().token("anna", "acme", Permissions.HANDLE_EMAIL))
                        .statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> api(String token) throws IOException, InterruptedException {
        return stranger.send(
                HttpRequest.newBuilder(address("/api/interactions/none/timeline"))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return stranger.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
