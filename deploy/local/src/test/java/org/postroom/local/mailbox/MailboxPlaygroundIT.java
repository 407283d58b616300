package org.postroom.local.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postroom.local.host.Loopback;
import org.postroom.local.http.Json;

class MailboxPlaygroundIT {

    private static final String MAIL = String.join(
            "\r\n",
            "From: Help <help@support.acme.test>",
            "To: jane@customer.test",
            "Subject: =?utf-8?Q?Re:_Caf=C3=A9?=",
            "Message-ID: <answer@support.acme.test>",
            "References: <question@customer.test>",
            "MIME-Version: 1.0",
            "Content-Type: multipart/mixed; boundary=part",
            "",
            "--part",
            "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
            "Sch=C3=B6n",
            ".a line with a dot",
            "--part",
            "Content-Type: application/pdf",
            "Content-Disposition: attachment; filename=\"plan.pdf\"",
            "Content-Transfer-Encoding: base64",
            "",
            "JVBERg==",
            "--part--",
            "");

    @TempDir
    private Path data;

    private MailboxPlayground playground;

    @BeforeEach
    void start() throws Exception {
        int smtpPort = Loopback.freePort();
        playground = MailboxPlayground.start(data, smtpPort, 0, smtpPort);
    }

    @AfterEach
    void stop() {
        playground.close();
    }

    @Test
    void keepsADeliveredMailByteByByteAndReadsIt() throws Exception {
        // when
        var outcome = deliver("jane@customer.test", "hidden@acme.test");

        // then
        assertThat(outcome.accepted()).isTrue();
        var mail = playground.mailbox().to("HIDDEN@acme.test").getFirst();
        assertThat(mail.recipients()).containsExactly("jane@customer.test", "hidden@acme.test");
        assertThat(mail.header("subject")).hasValue("Re: Café");
        assertThat(mail.text()).isEqualTo("Schön\r\n.a line with a dot");
        assertThat(mail.attachments()).containsExactly(new DeliveredMail.Attachment("plan.pdf", "application/pdf", 4));
        assertThat(playground.mailbox().raw(mail.id()).orElseThrow()).isEqualTo(MAIL.getBytes(ISO_8859_1));
        assertThat(playground.mailbox().to("nobody@customer.test")).isEmpty();
    }

    @Test
    void refusesDefersAndBreaksOffOnDemand() throws Exception {
        fault("refused@customer.test", "REFUSE", 550, "5.1.1 no such person", 0);
        fault("later@customer.test", "REFUSE", 451, "4.3.0 try again", 1);
        fault("unclear@customer.test", "DROP_AFTER_DATA", 0, "", 1);

        assertThat(deliver("refused@customer.test").reply()).isEqualTo("550 5.1.1 no such person");
        assertThat(deliver("later@customer.test").reply()).isEqualTo("451 4.3.0 try again");
        assertThat(deliver("later@customer.test").accepted()).isTrue();
        assertThatThrownBy(() -> deliver("unclear@customer.test")).isInstanceOf(IOException.class);
        assertThat(playground.mailbox().to("unclear@customer.test")).hasSize(1);
    }

    @Test
    void sendsACustomersAnswerInTheThreadOfADeliveredMail() throws Exception {
        // given
        deliver("jane@customer.test");
        var delivered = playground.mailbox().to("jane@customer.test").getFirst();

        // when
        var sent = call(
                "POST",
                "/send",
                Json.MAPPER.writeValueAsString(Map.of(
                        "from", "jane@customer.test",
                        "to", "help@support.acme.test",
                        "text", "Danke schön.\n.",
                        "inReplyTo", delivered.id())));

        // then
        assertThat(sent.body()).contains("\"accepted\":true");
        var answer = playground.mailbox().to("help@support.acme.test").getFirst();
        assertThat(answer.header("In-Reply-To")).hasValue("<answer@support.acme.test>");
        assertThat(answer.header("References")).hasValue("<question@customer.test> <answer@support.acme.test>");
        assertThat(answer.header("Subject")).hasValue("Re: Café");
        assertThat(answer.text()).startsWith("Danke schön.\r\n.");
    }

    @Test
    void listsTheNewestMailFirstAndForgetsWhatIsRemoved() throws Exception {
        // given
        deliver("first@customer.test");
        deliver("second@customer.test");

        // when
        var mails = Json.MAPPER.readTree(call("GET", "/messages", "").body());

        // then
        assertThat(mails.path(0).path("recipients").path(0).asString()).isEqualTo("second@customer.test");
        var raw = call("GET", "/messages/" + mails.path(0).path("id").asString() + "/raw", "");
        assertThat(raw.headers().firstValue("Content-Type")).hasValue("message/rfc822");
        call("DELETE", "/messages", "");
        assertThat(call("GET", "/messages", "").body()).isEqualTo("[]");
        assertThat(call("GET", "/", "").body()).contains("Mailbox playground");
    }

    private SmtpClient.Outcome deliver(String... recipients) throws IOException {
        return SmtpClient.send(
                Loopback.at(playground.port()),
                "bounce@mail.acme.test",
                List.of(recipients),
                MAIL.getBytes(ISO_8859_1));
    }

    private void fault(String recipient, String kind, int code, String text, int times) throws Exception {
        call(
                "PUT",
                "/faults",
                Json.MAPPER.writeValueAsString(
                        Map.of("recipient", recipient, "kind", kind, "code", code, "text", text, "times", times)));
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(playground.url() + path))
                .method(method, BodyPublishers.ofString(body))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
