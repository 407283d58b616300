package org.postroom.console.administration.mailbox;

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

class MailboxIT extends OpenConsole {

    private static final String LIST = "/administration/mailboxes";
    private static final String API = "/api/mailboxes";
    private static final String MAILBOX = """
            {"id":"%s","version":2,"addressId":"address-1","host":"imap.acme.test","port":993,"tls":"TLS",
             "authentication":"PASSWORD","userName":"help","folder":"INBOX","afterwards":"NOTHING","fetchOld":false,
             "signInRefused":true,"failingSince":"2026-11-27T10:00:00Z","problem":"The sign-in was refused: no.",
             "nextAttempt":"2026-11-27T11:00:00Z","notTaken":[
               {"uid":7,"reason":"The message is larger than this host takes","at":"2026-11-26T10:00:00Z"}]}""";

    private final Services services = Services.running();
    private final String id = Facts.id("mailbox");
    private Visit ada;

    @BeforeEach
    void signIn() {
        ada = Visit.of(port, "ada", Facts.id("acme"), "routing:email:manage");
        services.answer("GET", "/api/addresses?limit=1000", 200, """
                [{"id":"address-1","address":"help@acme.test"}]""");
        services.answer("GET", API + "/" + id, 200, MAILBOX.formatted(id));
    }

    @Test
    void showsThatASignInIsRefusedAndWhatWasNotTaken() {
        services.answer("GET", API, 200, "[" + MAILBOX.formatted(id) + "]");

        Document list = parsed(ada.get(LIST));
        Document form = parsed(ada.get(LIST + "/" + id));

        assertThat(list.select("[data-testid=entry-" + id + "]").text())
                .contains("help, INBOX", "imap.acme.test:993", "help@acme.test", "Sign-in refused");
        assertThat(form.select("[data-testid=failing]").text()).contains("The sign-in is refused");
        assertThat(form.select("[data-testid=not-taken]").text()).contains("larger than this host takes");
        assertThat(form.select("[data-testid=addressId] option[selected]").text())
                .isEqualTo("help@acme.test");
    }

    @Test
    void saysWhereThereIsNoSuchThing() {
        services.answer("GET", API, 404, """
                {"status":404,"detail":"There is nothing here."}""");

        Document list = parsed(ada.get(LIST));

        assertThat(list.select("[data-testid=absent]").text()).contains("not fetched from mailboxes here");
    }

    @Test
    void doesNotTakeARefusalForAnInstallationWithoutMailboxes() {
        services.answer("GET", API, 403, """
                {"status":403,"detail":"You may not see mailboxes."}""");

        HttpResponse<byte[]> list = ada.get(LIST);

        assertThat(list.statusCode()).isEqualTo(403);
        assertThat(parsed(list).select("[data-testid=absent]")).isEmpty();
    }

    @Test
    void saysThatAnAddressIsNeededFirstWhereThereIsNone() {
        services.answer("GET", "/api/addresses?limit=1000", 200, "[]");

        assertThat(parsed(ada.get(LIST + "/new"))
                        .select("[data-testid=no-addresses]")
                        .text())
                .contains("Add one first");
    }

    @Test
    void savesWhatWasTypedAndKeepsASecretThatWasNot() {
        services.answer("PUT", API + "/" + id, 200, MAILBOX.formatted(id));
        services.answer("GET", API, 200, "[" + MAILBOX.formatted(id) + "]");

        HttpResponse<byte[]> answer = ada.post(
                LIST + "/" + id,
                LIST + "/" + id,
                Map.of(
                        "version",
                        "2",
                        "addressId",
                        "address-1",
                        "host",
                        "imap.acme.test",
                        "port",
                        "993",
                        "tls",
                        "TLS",
                        "authentication",
                        "PASSWORD",
                        "userName",
                        "help",
                        "password",
                        "",
                        "folder",
                        "INBOX",
                        "afterwards",
                        "MARK_READ"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.uri().getPath()).isEqualTo(LIST);
        assertThat(services.asked(API + "/" + id).getLast().body())
                .contains("\"afterwards\":\"MARK_READ\"", "\"fetchOld\":false", "\"version\":2")
                .doesNotContain("\"password\"");
    }

    @Test
    void showsEachStepOfATrialAndWhatToMend() {
        services.answer("POST", API + "/connection-tests", 200, """
                {"ok":false,"steps":[
                  {"step":"RESOLVE","outcome":"OK","detail":"192.0.2.7","millis":3},
                  {"step":"SIGN_IN","outcome":"FAILED","detail":"The sign-in was refused.",
                   "cure":"Check user name and password.","millis":40}]}""");

        Document result = parsed(ada.post(
                LIST + "/" + id,
                LIST + "/connection-tests",
                Map.of("host", "imap.acme.test", "port", "993", "userName", "help", "mailboxId", id)));

        assertThat(result.select("[data-testid=test-result]").attr("data-ok")).isEqualTo("false");
        assertThat(result.select("[data-testid=step-SIGN_IN]").text())
                .contains("Connect and sign in", "Check user name and password.");
        assertThat(services.asked(API + "/connection-tests").getLast().body())
                .contains("\"mailboxId\":\"" + id + "\"")
                .doesNotContain("\"addressId\"");
    }

    private static Document parsed(HttpResponse<byte[]> answer) {
        return Jsoup.parse(new String(answer.body(), StandardCharsets.UTF_8));
    }
}
