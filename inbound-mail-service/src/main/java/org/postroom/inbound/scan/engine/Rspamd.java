package org.postroom.inbound.scan.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.postroom.inbound.scan.Answer;
import org.postroom.inbound.scan.Engine;
import org.postroom.inbound.scan.ScannedMail;

/**
 * Asks Rspamd by {@code POST /checkv2}: the mail as the body, its envelope as headers. What of the envelope cannot stand in
 * a header, since it is not ASCII, is left out; Rspamd reads the mail's own fields besides.
 */
final class Rspamd implements Engine {

    private static final int OK = 200;
    private static final int TOO_LARGE = 413;
    private static final int LONGEST_ANSWER = 1024 * 1024;
    private static final int LONGEST_HEADER = 500;

    private final HttpClient http;
    private final URI endpoint;
    private final Optional<String> password;
    private final Duration patience;

    Rspamd(URI endpoint, Optional<String> password, Duration patience) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
        this.endpoint = endpoint;
        this.password = password;
        this.patience = patience;
    }

    @Override
    public String name() {
        return RspamdVerdict.ENGINE;
    }

    @Override
    public Answer ask(ScannedMail mail) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = http.send(request(mail), BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return switch (response.statusCode()) {
                case OK -> RspamdVerdict.of(body.readNBytes(LONGEST_ANSWER));
                case TOO_LARGE -> new Answer.TooLarge();
                default -> throw new IOException("expected 200 from Rspamd, but got " + response.statusCode());
            };
        }
    }

    private HttpRequest request(ScannedMail mail) {
        var request = HttpRequest.newBuilder(endpoint).timeout(patience).POST(body(mail));
        header(request, "IP", mail.clientAddress());
        header(request, "Helo", mail.clientName());
        header(request, "From", "<" + mail.sender() + ">");
        mail.recipients().forEach(recipient -> header(request, "Rcpt", "<" + recipient + ">"));
        header(request, "Queue-Id", mail.id());
        password.ifPresent(word -> request.header("Password", word));
        return request.build();
    }

    private static void header(HttpRequest.Builder request, String name, String value) {
        if (!value.isEmpty()
                && value.length() <= LONGEST_HEADER
                && value.chars().allMatch(character -> character >= ' ' && character <= '~')) {
            request.header(name, value);
        }
    }

    private static BodyPublisher body(ScannedMail mail) {
        BodyPublisher stream = BodyPublishers.ofInputStream(() -> open(mail));
        return mail.size() == 0 ? BodyPublishers.noBody() : BodyPublishers.fromPublisher(stream, mail.size());
    }

    private static InputStream open(ScannedMail mail) {
        try {
            return mail.content().open();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
