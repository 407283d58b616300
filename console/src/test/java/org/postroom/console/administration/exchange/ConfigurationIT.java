package org.postroom.console.administration.exchange;

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

class ConfigurationIT extends OpenConsole {

    private static final String PAGE = "/administration/configuration";

    private Visit ada;

    @BeforeEach
    void signIn() {
        ada = Visit.of(port, "ada", Facts.id("acme"), "directory:manage", "routing:email:manage");
    }

    @Test
    void showsWhatADocumentWouldChangeBeforeItIsApplied() {
        Services.running().answer("POST", "/api/configuration?dryRun=true&removeOthers=false", 200, """
                {"dryRun":true,"changes":[{"kind":"queue","name":"Support","action":"CHANGED",
                  "fields":[{"field":"alertingTimeoutSeconds","from":300,"to":60}]}]}""");
        Services.running().answer("POST", "/api/configuration?dryRun=false&removeOthers=false", 200, """
                {"dryRun":false,"changes":[{"kind":"queue","name":"Support","action":"CHANGED","fields":[]}]}""");

        Document tried = page(ada.post(PAGE, PAGE, Map.of("document", "queues: [Grüße]")));

        assertThat(tried.select("[data-testid=import-queue-Support]").text()).contains("changed", "300", "60");
        assertThat(Services.running().asked("/api/configuration").getLast().body())
                .isEqualTo("queues: [Grüße]");

        Document applied = page(ada.post(PAGE, PAGE + "/apply", Map.of("document", "queues: [Grüße]")));

        assertThat(applied.select("[data-testid=notice]").text()).isEqualTo("Applied: 1 entry was changed.");
    }

    @Test
    void showsEveryMistakeOfADocument() {
        Services.running().answer("POST", "/api/configuration?dryRun=true&removeOthers=false", 422, """
                {"status":422,"detail":"The document is not valid.",
                 "errors":[{"field":"queues.Support","rule":"expected members"},{"field":"skills","rule":"no"}]}""");

        HttpResponse<byte[]> answer = ada.post(PAGE, PAGE, Map.of("document", "queues: 1"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page(answer).select("[data-testid=import-errors] li").eachText())
                .containsExactly("queues.Support: expected members", "skills: no");
        assertThat(page(answer).select("[data-testid=document]").val()).isEqualTo("queues: 1");
    }

    @Test
    void downloadsTheConfiguration() {
        Services.running().answer("GET", "/api/configuration", 200, "queues: []\n");

        HttpResponse<byte[]> answer = ada.get(PAGE + "/export");

        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("postroom-configuration.yaml");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).isEqualTo("queues: []\n");
    }

    private static Document page(HttpResponse<byte[]> answer) {
        return Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
    }
}
