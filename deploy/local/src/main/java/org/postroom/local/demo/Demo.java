package org.postroom.local.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.postroom.events.agent.AgentStatusChanged;
import org.postroom.events.common.AgentStatus;
import org.postroom.events.email.EmailReceived;
import org.postroom.events.interaction.EmailThreaded;
import org.postroom.events.interaction.InteractionAccepted;
import org.postroom.events.interaction.InteractionClosed;
import org.postroom.events.interaction.InteractionOffered;
import org.postroom.events.interaction.InteractionQueued;
import org.postroom.events.interaction.InteractionSegmentEnded;
import org.postroom.events.reply.ReplyComposed;
import org.postroom.events.reply.ReplyRequested;
import org.postroom.events.reply.ReplySent;
import org.postroom.local.client.ApiClient;
import org.postroom.local.client.LogReader;
import org.postroom.local.client.LoggedEvent;
import org.postroom.local.client.StackAddresses;
import org.postroom.local.mailbox.SmtpClient;
import org.postroom.local.signin.SignIn;
import tools.jackson.databind.JsonNode;

/**
 * The main job, done once on a real message through the stack's own doors: a domain is verified, a customer's mail comes
 * in by SMTP, is routed to the agent who may take it, is answered, and the answer arrives, signed. It can be repeated.
 */
public final class Demo {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ANSWER =
            "Bonjour Madame Muñoz,\n\nvous avez raison : nous remboursons le second paiement aujourd'hui.";

    private final StackAddresses stack;
    private final Narrator narrator;
    private final LogReader log;
    private final ApiClient ada;
    private final ApiClient anna;
    private final ZonedDateTime now;
    private final String messageId;
    private final String answerId;

    private Demo(StackAddresses stack, PrintWriter out, LogReader log, Clock clock)
            throws IOException, InterruptedException {
        this.stack = stack;
        this.narrator = new Narrator(out);
        this.log = log;
        this.now = ZonedDateTime.now(clock);
        this.messageId = UUID.randomUUID() + "@customer.test";
        this.answerId = UUID.randomUUID() + "@customer.test";
        var signIn = new SignIn(stack.identity());
        this.ada = ApiClient.with(signIn.user("ada", Setup.PASSWORD));
        this.anna = ApiClient.with(signIn.user("anna", Setup.PASSWORD));
    }

    /**
     * Runs the demonstration and tells it.
     *
     * @throws IOException where a part of the stack refuses or does not answer
     * @throws TimeoutException where an event that must come does not come
     */
    public static void run(StackAddresses stack, PrintWriter out)
            throws IOException, InterruptedException, TimeoutException {
        try (LogReader log = LogReader.fromNow(stack)) {
            new Demo(stack, out, log, Clock.systemUTC()).tell();
        }
    }

    private void tell() throws IOException, InterruptedException, TimeoutException {
        new Administration(Setup.ACME, stack, ada, log, narrator).setUp();
        goOnQueue();
        EmailReceived email = receiveMail();
        LoggedEvent<InteractionOffered> offered = beOffered(email);
        accept(offered.event());
        ReplyComposed reply = answer(offered.event());
        checkMailboxes(reply);
        threadTheCustomersAnswer(email, reply);
        goOffQueue();
        narrator.end("That is the main job. See it in the browser: " + stack.console() + " (anna / " + Setup.PASSWORD
                + "), the customer's mailbox: " + stack.mailbox());
    }

    private void goOnQueue() throws IOException, InterruptedException, TimeoutException {
        narrator.step("Anna, an agent with the skill Billing who speaks French, goes on queue.");
        anna.put(stack.routing(), "/api/agents/me/status", Map.of("status", "OFF_QUEUE"));
        anna.put(stack.routing(), "/api/agents/me/status", Map.of("status", "ON_QUEUE"));
        var changed = log.await(
                AgentStatusChanged.class,
                PATIENCE,
                event -> event.getAgentId().equals("anna") && event.getStatus() == AgentStatus.ON_QUEUE);
        narrator.event(changed, "ON_QUEUE");
    }

    private EmailReceived receiveMail() throws IOException, InterruptedException, TimeoutException {
        narrator.step("Carla, a customer, writes to " + Setup.ACME.address() + ": “" + CustomerMail.SUBJECT + "”.");
        submit(CustomerMail.first(Setup.ACME.address(), messageId, now));
        var received = log.await(EmailReceived.class, PATIENCE, event -> messageId.equals(event.getMessageId()));
        narrator.event(
                received,
                "from " + received.event().getFrom().getAddress() + ", "
                        + received.event().getAttachments().size() + " attachment, "
                        + received.event().getMessage().getSize() + " bytes");
        return received.event();
    }

    /** The address may have been configured a moment ago: its directory is told by the log, so the first try may be early. */
    private void submit(byte[] mail) throws IOException, InterruptedException, TimeoutException {
        var outcome = Waiting.until(
                "inbound-mail-service to accept the mail",
                Duration.ofSeconds(10),
                () -> SmtpClient.send(stack.smtp(), CustomerMail.ADDRESS, List.of(Setup.ACME.address()), mail),
                SmtpClient.Outcome::accepted);
        narrator.detail("SMTP answers: " + outcome.reply());
    }

    private LoggedEvent<InteractionOffered> beOffered(EmailReceived email) throws TimeoutException {
        narrator.step("routing-service finds its conversation, queues it, and offers it to Anna.");
        var threaded = log.await(
                EmailThreaded.class, PATIENCE, event -> event.getEmailId().equals(email.getEmailId()));
        narrator.event(threaded, "rule " + threaded.event().getRule());
        String interactionId = threaded.event().getInteractionId();
        var queued = log.await(
                InteractionQueued.class,
                PATIENCE,
                event -> event.getInteractionId().equals(interactionId));
        var score = queued.event().getScore();
        narrator.event(
                queued,
                "score %.2f = priority %d + %.2f minutes waited"
                        .formatted(score.getTotal(), score.getPriority(), score.getMinutesWaited()));
        var offered = log.await(
                InteractionOffered.class,
                PATIENCE,
                event -> event.getInteractionId().equals(interactionId)
                        && event.getAgentId().equals("anna"));
        narrator.event(offered, "to " + offered.event().getAgentId());
        return offered;
    }

    private void accept(InteractionOffered offer) throws IOException, InterruptedException, TimeoutException {
        narrator.step("Anna accepts.");
        anna.post(stack.routing(), "/api/interactions/" + offer.getInteractionId() + "/accept", Map.of());
        var accepted = log.await(
                InteractionAccepted.class,
                PATIENCE,
                event -> event.getInteractionId().equals(offer.getInteractionId()));
        narrator.event(accepted, "waited " + accepted.event().getWaitedMicros() / 1_000 + " ms");
    }

    private ReplyComposed answer(InteractionOffered offer) throws IOException, InterruptedException, TimeoutException {
        narrator.step("She answers; the reply is composed with signature and history, signed, and sent.");
        String path = "/api/interactions/" + offer.getInteractionId() + "/replies";
        JsonNode answer = Waiting.until(
                "outbound-mail-service to know that Anna handles the interaction",
                Duration.ofSeconds(10),
                () -> {
                    try {
                        return anna.post(stack.outbound(), path, Map.of("text", ANSWER));
                    } catch (org.postroom.local.client.ApiRefusedException refused) {
                        if (refused.status() == 409 || refused.status() == 404) {
                            return org.postroom.local.http.Json.MAPPER.nullNode();
                        }
                        throw refused;
                    }
                },
                node -> node.hasNonNull("replyId"));
        String replyId = answer.path("replyId").asString();
        narrator.event(
                log.await(
                        ReplyRequested.class,
                        PATIENCE,
                        event -> event.getReplyId().equals(replyId)),
                "by anna");
        var composed = log.await(
                ReplyComposed.class, PATIENCE, event -> event.getReplyId().equals(replyId));
        narrator.event(
                composed,
                "signature " + composed.event().getSignatureIncluded() + ", history "
                        + composed.event().getHistoryIncluded() + ", "
                        + composed.event().getRecipients().size()
                        + " recipients");
        var sent =
                log.await(ReplySent.class, PATIENCE, event -> event.getReplyId().equals(replyId));
        narrator.event(sent, "DKIM selectors " + sent.event().getDkimSelectors());
        var segment = log.await(
                InteractionSegmentEnded.class,
                PATIENCE,
                event -> event.getInteractionId().equals(offer.getInteractionId()));
        narrator.event(segment, "handle time " + segment.event().getHandleTimeMicros() / 1_000 + " ms");
        var closed = log.await(
                InteractionClosed.class,
                PATIENCE,
                event -> event.getInteractionId().equals(offer.getInteractionId()));
        narrator.event(closed, closed.event().getReason().name());
        return composed.event();
    }

    private void checkMailboxes(ReplyComposed reply) throws IOException, InterruptedException, TimeoutException {
        narrator.step("The customer's mailbox shows the reply.");
        String id = deliveredTo(CustomerMail.ADDRESS, reply);
        JsonNode mail = ApiClient.anonymous().get(stack.mailbox(), "/messages/" + id);
        narrator.detail("From: " + header(mail, "From") + ", Subject: " + header(mail, "Subject"));
        require("In-Reply-To", header(mail, "In-Reply-To"), "<" + messageId + ">");
        require("References", header(mail, "References"), "<" + messageId + ">");
        byte[] raw = ApiClient.anonymous().bytes(stack.mailbox(), "/messages/" + id + "/raw");
        List<String> signatures = new SignatureCheck(stack.nameServer()).verify(raw);
        if (signatures.isEmpty()) {
            throw new IOException("expected the reply to be signed, but it carries no DKIM signature");
        }
        narrator.detail("DKIM signature valid with the key at " + String.join(", ", signatures));
        if (new String(raw, StandardCharsets.ISO_8859_1).contains(Setup.ACME.hiddenBcc())) {
            throw new IOException("expected the hidden BCC to stay hidden, but the customer's copy names it");
        }
        deliveredTo(Setup.ACME.hiddenBcc(), reply);
        narrator.detail("The hidden BCC " + Setup.ACME.hiddenBcc() + " has its copy; the customer's does not name it.");
    }

    private void threadTheCustomersAnswer(EmailReceived first, ReplyComposed reply)
            throws IOException, InterruptedException, TimeoutException {
        narrator.step("Carla answers; her mail lands in the same conversation.");
        submit(CustomerMail.answer(
                Setup.ACME.address(), answerId, "<" + reply.getMessageId() + ">", "<" + messageId + ">", now));
        var received = log.await(EmailReceived.class, PATIENCE, event -> answerId.equals(event.getMessageId()));
        narrator.event(received, "from " + received.event().getFrom().getAddress());
        var before = log.await(
                EmailThreaded.class, PATIENCE, event -> event.getEmailId().equals(first.getEmailId()));
        var after = log.await(
                EmailThreaded.class,
                PATIENCE,
                event -> event.getEmailId().equals(received.event().getEmailId()));
        narrator.event(
                after,
                "rule " + after.event().getRule() + ", conversation "
                        + after.event().getConversationId());
        require(
                "conversation",
                after.event().getConversationId(),
                before.event().getConversationId());
        closeWithoutReply(after.event().getInteractionId());
    }

    private void closeWithoutReply(String interactionId) throws IOException, InterruptedException, TimeoutException {
        log.await(
                InteractionOffered.class,
                PATIENCE,
                event -> event.getInteractionId().equals(interactionId));
        anna.post(stack.routing(), "/api/interactions/" + interactionId + "/accept", Map.of());
        log.await(
                InteractionAccepted.class,
                PATIENCE,
                event -> event.getInteractionId().equals(interactionId));
        anna.post(stack.routing(), "/api/interactions/" + interactionId + "/close", Map.of());
        var closed = log.await(
                InteractionClosed.class,
                PATIENCE,
                event -> event.getInteractionId().equals(interactionId));
        narrator.event(closed, closed.event().getReason() + ": Anna needs to say no more");
    }

    private void goOffQueue() throws IOException, InterruptedException {
        anna.put(stack.routing(), "/api/agents/me/status", Map.of("status", "OFF_QUEUE"));
    }

    private String deliveredTo(String address, ReplyComposed reply)
            throws IOException, InterruptedException, TimeoutException {
        JsonNode messages = Waiting.until(
                "the reply in the mailbox of " + address,
                PATIENCE,
                () -> ApiClient.anonymous().get(stack.mailbox(), "/messages?to=" + address),
                found -> find(found, reply) != null);
        return String.valueOf(find(messages, reply));
    }

    private static @org.jspecify.annotations.Nullable String find(JsonNode messages, ReplyComposed reply) {
        return messages.valueStream()
                .filter(message -> message.path("messageId").asString("").equals("<" + reply.getMessageId() + ">"))
                .map(message -> message.path("id").asString())
                .findFirst()
                .orElse(null);
    }

    private static String header(JsonNode mail, String name) {
        return mail.path("headers")
                .valueStream()
                .filter(header -> header.path("name").asString("").equalsIgnoreCase(name))
                .map(header -> header.path("value").asString(""))
                .findFirst()
                .orElse("");
    }

    private static void require(String what, String found, String expected) throws IOException {
        if (!found.contains(expected)) {
            throw new IOException("expected " + what + " to contain " + expected + ", but it is " + found);
        }
    }
}
