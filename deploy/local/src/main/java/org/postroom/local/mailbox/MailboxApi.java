package org.postroom.local.mailbox;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.postroom.local.http.Answer;
import org.postroom.local.http.Call;
import org.postroom.local.http.HttpApi;
import org.postroom.local.http.Json;
import org.postroom.local.http.Page;
import tools.jackson.databind.node.ObjectNode;

/** The playground's page and its HTTP API. */
final class MailboxApi {

    private final Mailbox mailbox;
    private final MailboxFaults faults;
    private final InetSocketAddress target;
    private final Clock clock;

    private MailboxApi(Mailbox mailbox, MailboxFaults faults, InetSocketAddress target, Clock clock) {
        this.mailbox = mailbox;
        this.faults = faults;
        this.target = target;
        this.clock = clock;
    }

    static HttpApi start(Mailbox mailbox, MailboxFaults faults, InetSocketAddress target, Clock clock, int port)
            throws IOException {
        var api = new MailboxApi(mailbox, faults, target, clock);
        return HttpApi.routes()
                .on("GET", "/", call -> Page.of(MailboxApi.class, "mailbox.html"))
                .on("GET", "/health", call -> Answer.json("UP"))
                .on("GET", "/messages", api::list)
                .on("DELETE", "/messages", call -> api.clear())
                .on("GET", "/messages/{id}", api::show)
                .on("DELETE", "/messages/{id}", api::remove)
                .on("GET", "/messages/{id}/raw", api::raw)
                .on("GET", "/faults", call -> Answer.json(faults.all()))
                .on("PUT", "/faults", api::addFault)
                .on("DELETE", "/faults", call -> api.clearFaults())
                .on("POST", "/send", api::send)
                .start(port);
    }

    private Answer list(Call call) throws IOException {
        var to = call.parameter("to");
        var mails = mailbox.shown(envelope -> to.isEmpty() || envelope.isFor(to.get()), MailboxApi::summary);
        return Answer.json(mails.reversed());
    }

    private static Map<String, Object> summary(DeliveredMail mail) {
        return Map.of(
                "id", mail.id(),
                "receivedAt", mail.receivedAt(),
                "sender", mail.sender(),
                "recipients", mail.recipients(),
                "from", mail.header("From").orElse(""),
                "subject", mail.header("Subject").orElse(""),
                "messageId", mail.header("Message-ID").orElse(""),
                "inReplyTo", mail.header("In-Reply-To").orElse(""));
    }

    private Answer show(Call call) throws IOException {
        return mailbox.find(call.variable("id")).map(Answer::json).orElseGet(() -> unknown(call));
    }

    private Answer raw(Call call) throws IOException {
        return mailbox.raw(call.variable("id"))
                .map(raw -> new Answer(200, "message/rfc822", raw))
                .orElseGet(() -> unknown(call));
    }

    private Answer remove(Call call) throws IOException {
        mailbox.remove(call.variable("id"));
        return Answer.nothing();
    }

    private Answer clear() throws IOException {
        mailbox.clear();
        return Answer.nothing();
    }

    private Answer addFault(Call call) {
        faults.add(call.json(MailboxFaults.Fault.class));
        return Answer.json(faults.all());
    }

    private Answer clearFaults() {
        faults.clear();
        return Answer.nothing();
    }

    /** Submits a mail to Postroom; {@code to} may be one address or a list. */
    private Answer send(Call call) throws IOException {
        var json = (ObjectNode) call.json();
        if (json.path("to").isString()) {
            var recipient = json.path("to").asString();
            json.putArray("to").add(recipient);
        }
        var letter = Json.MAPPER.treeToValue(json, Letter.class);
        Optional<DeliveredMail> answered = Optional.empty();
        if (letter.inReplyTo() != null && !letter.inReplyTo().isBlank()) {
            answered = mailbox.find(letter.inReplyTo());
        }
        try {
            return Answer.json(SmtpClient.send(target, letter.from(), letter.to(), letter.bytes(clock, answered)));
        } catch (IOException e) {
            return Answer.json(502, Map.of("status", 502, "detail", "The mail could not be submitted: " + e));
        }
    }

    private static Answer unknown(Call call) {
        return Answer.json(404, Map.of("status", 404, "detail", "There is no mail " + call.variable("id")));
    }
}
