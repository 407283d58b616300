package org.postroom.console.administration.smtpserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postroom.console.Facts;
import org.postroom.console.OpenConsole;
import org.postroom.console.Services;
import org.postroom.console.signin.Visit;

class SmtpServerIT extends OpenConsole {

    private static final String LIST = "/administration/smtp-servers";
    private static final String API = "/api/smtp-servers";

    private final Services services = Services.running();
    private final String id = Facts.id("server");
    private Visit ada;

    @BeforeEach
    void signIn() {
        ada = Visit.of(port, "ada", Facts.id("acme"), "routing:email:manage");
        services.answer("GET", API + "/" + id, 200, """
                {"id":"%s","version":2,"name":"Our relay","host":"mail.acme.test","port":587,"tls":"STARTTLS",
                 "authentication":"PASSWORD","userName":"relay","passwordSet":true,"connectionLimit":5}""".formatted(id));
    }

    @Test
    void showsEachStepOfTheDialogueAndWhatToMend() {
        services.answer("POST", API + "/connection-tests", 200, """
                {"ok":false,"steps":[
                  {"step":"RESOLVE","outcome":"OK","detail":"192.0.2.7","millis":3},
                  {"step":"AUTHENTICATE","outcome":"FAILED","detail":"535 5.7.8 bad credentials",
                   "cure":"Type the password again.","millis":40},
                  {"step":"SENDER","outcome":"SKIPPED","detail":"not tried"}]}""");

        Document result = parsed(ada.post(
                LIST + "/" + id,
                LIST + "/connection-tests",
                Map.of(
                        "name",
                        "Our relay",
                        "host",
                        "mail.acme.test",
                        "port",
                        "587",
                        "tls",
                        "STARTTLS",
                        "authentication",
                        "PASSWORD",
                        "userName",
                        "relay",
                        "password",
                        "",
                        "smtpServerId",
                        id,
                        "from",
                        "help@acme.test")));

        assertThat(result.select("[data-testid=test-result]").attr("data-ok")).isEqualTo("false");
        assertThat(result.select("[data-testid=step-AUTHENTICATE]").text())
                .contains("failed", "Sign in", "535 5.7.8", "Type the password again.");
        assertThat(services.asked(API + "/connection-tests").getLast().body())
                .contains("\"smtpServerId\":\"" + id + "\"", "\"from\":\"help@acme.test\"")
                .doesNotContain("\"password\"");
    }

    @Test
    void neverShowsAPasswordAgain() {
        services.answer("PUT", API + "/" + id, 422, """
                {"status":422,"detail":"A field is not valid.",
                 "errors":[{"field":"port","rule":"expected 1 to 65535, but got nothing"}]}""");

        HttpResponse<byte[]> answer = ada.post(
                LIST + "/" + id,
                LIST + "/" + id,
                Map.of(
                        "version",
                        "2",
                        "name",
                        "Our relay",
                        "host",
                        "mail.acme.test",
                        "port",
                        "many",
                        "tls",
                        "TLS",
                        "authentication",
                        "PASSWORD",
                        "userName",
                        "relay",
                        "password",
                        "s3cret-once"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("s3cret-once");
        assertThat(parsed(answer).select("[data-testid=port-error]").text()).contains("expected 1 to 65535");
        assertThat(services.asked(API + "/" + id).getLast().path()).endsWith(id);
        assertThat(services.asked(API + "/" + id).stream()
                        .anyMatch(asked -> asked.body().contains("s3cret-once")))
                .isTrue();
    }

    private static Document parsed(HttpResponse<byte[]> answer) {
        return Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
    }
}
