package org.postroom.local.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.StackAddresses;
import tools.jackson.databind.JsonNode;

/** Reads the reply as its recipients do: in the thread it belongs to, signed, the hidden recipient hidden. */
final class ReplyCheck {

    private static final String OUTBOUND = "outbound-mail-service";

    private final StackAddresses stack;
    private final Watch watch;
    private final Narrator narrator;

    ReplyCheck(StackAddresses stack, Watch watch, Narrator narrator) {
        this.stack = stack;
        this.watch = watch;
        this.narrator = narrator;
    }

    /** Checks a delivered reply to the mail with this Message-ID. */
    void check(ReplyComposed reply, String messageId) throws IOException, InterruptedException {
        String id = deliveredTo(CustomerMail.ADDRESS, reply);
        JsonNode mail = ApiClient.anonymous().get(stack.mailbox(), "/messages/" + id);
        narrator.detail("From: " + header(mail, "From") + ", Subject: " + header(mail, "Subject"));
        requireNamed(messageId, mail, "In-Reply-To");
        requireNamed(messageId, mail, "References");
        byte[] raw = ApiClient.anonymous().bytes(stack.mailbox(), "/messages/" + id + "/raw");
        narrator.detail("DKIM signature valid with the key at " + String.join(", ", signatures(raw)));
        if (new String(raw, StandardCharsets.ISO_8859_1).contains(Stage.HIDDEN_BCC)) {
            throw Obstacle.inPart(
                    OUTBOUND, "The hidden recipient should stay hidden, but the customer's copy names it.");
        }
        deliveredTo(Stage.HIDDEN_BCC, reply);
        narrator.detail("The hidden BCC " + Stage.HIDDEN_BCC + " has its copy; the customer's does not name it.");
    }

    private List<String> signatures(byte[] raw) throws Obstacle {
        try {
            List<String> signatures = new SignatureCheck(stack.nameServer()).verify(raw);
            if (!signatures.isEmpty()) {
                return signatures;
            }
        } catch (IOException invalid) {
            throw unsigned("its DKIM signature cannot be verified with the key in the DNS playground")
                    .because(invalid);
        }
        throw unsigned("it carries no DKIM signature");
    }

    private Obstacle unsigned(String what) {
        return new Obstacle(
                "The reply arrived, but " + what + ".",
                "The domain's page at " + stack.console() + " says which DKIM records are missing or differ. Where the"
                        + " DNS playground was told to fail: curl -X DELETE " + stack.dns() + "/faults");
    }

    private String deliveredTo(String address, ReplyComposed reply) throws IOException, InterruptedException {
        return watch.until(
                        "mailbox-playground",
                        "show the reply in the mailbox of " + address,
                        () -> find(ApiClient.anonymous().get(stack.mailbox(), "/messages?to=" + address), reply),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Optional<String> find(JsonNode messages, ReplyComposed reply) {
        return messages.valueStream()
                .filter(message -> message.path("messageId").asString("").equals("<" + reply.getMessageId() + ">"))
                .map(message -> message.path("id").asString())
                .findFirst();
    }

    private static void requireNamed(String messageId, JsonNode mail, String header) throws Obstacle {
        if (!header(mail, header).contains("<" + messageId + ">")) {
            throw Obstacle.inPart(
                    OUTBOUND,
                    "The reply should name the customer's mail in " + header + ", but it says “" + header(mail, header)
                            + "”.");
        }
    }

    private static String header(JsonNode mail, String name) {
        return mail.path("headers")
                .valueStream()
                .filter(header -> header.path("name").asString("").equalsIgnoreCase(name))
                .map(header -> header.path("value").asString(""))
                .findFirst()
                .orElse("");
    }
}
